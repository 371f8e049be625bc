package ensemble.gateway.shadow.iot;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;

/** AWS IoT's reserved topics of one hub's named shadows. */
record Topics(HubId hub) {
    String of(ShadowName shadow, String rest) {
        return "$aws/things/" + hub + "/shadow/name/" + shadow.wire() + "/" + rest;
    }
}
