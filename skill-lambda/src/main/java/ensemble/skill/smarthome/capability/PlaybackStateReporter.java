package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether the group plays; without it Alexa answers "nothing is playing". */
final class PlaybackStateReporter {
    private PlaybackStateReporter() {}

    static ObjectNode announced() {
        return Capability.of("Alexa.PlaybackStateReporter", "playbackState");
    }
}
