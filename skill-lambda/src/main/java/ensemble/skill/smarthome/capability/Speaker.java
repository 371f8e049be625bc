package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Absolute volume and mute. Not StepSpeaker: the volume is known. */
final class Speaker {
    private Speaker() {}

    static ObjectNode announced() {
        return Capability.of("Alexa.Speaker", "volume", "muted");
    }
}
