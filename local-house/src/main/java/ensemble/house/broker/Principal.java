package ensemble.house.broker;

import java.util.Map;

/**
 * Who is at the other end, as its certificate says, and what it may do.
 *
 * @param thing the certificate's CN
 * @param clientId the MQTT client id
 * @param certificateId the certificate's SHA-256 in hex, AWS's principal identifier
 * @param policy attached to the certificate
 */
record Principal(String thing, String clientId, String certificateId, Policy policy) {
    private static final String ARN = "arn:aws:iot:local:000000000000:";

    boolean mayConnect() {
        return may("iot:Connect", "client/" + clientId);
    }

    boolean mayPublish(String topic, boolean retained) {
        return may("iot:Publish", "topic/" + topic) && (!retained || may("iot:RetainPublish", "topic/" + topic));
    }

    boolean maySubscribe(String filter) {
        return may("iot:Subscribe", "topicfilter/" + filter);
    }

    boolean mayReceive(String topic) {
        return may("iot:Receive", "topic/" + topic);
    }

    private boolean may(String action, String resource) {
        return PolicyEvaluator.allows(
                policy,
                action,
                ARN + resource,
                Map.of(
                        "iot:Connection.Thing.ThingName", thing,
                        "iot:ClientId", clientId));
    }
}
