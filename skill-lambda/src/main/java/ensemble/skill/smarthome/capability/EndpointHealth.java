package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether box and speakers are there. */
final class EndpointHealth {
    private EndpointHealth() {}

    static ObjectNode announced() {
        return Capability.of("Alexa.EndpointHealth", "connectivity");
    }
}
