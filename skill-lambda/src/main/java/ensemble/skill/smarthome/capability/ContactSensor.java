package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Closed = all is well; the kind of sensor that may start a routine. */
final class ContactSensor {
    private ContactSensor() {}

    static ObjectNode announced() {
        return Capability.of("Alexa.ContactSensor", "detectionState");
    }
}
