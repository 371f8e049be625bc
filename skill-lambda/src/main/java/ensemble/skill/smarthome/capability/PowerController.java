package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** On and off: the phrase that Alexa understands most surely. */
final class PowerController {
    private PowerController() {}

    static ObjectNode announced() {
        return Capability.of("Alexa.PowerController", "powerState");
    }
}
