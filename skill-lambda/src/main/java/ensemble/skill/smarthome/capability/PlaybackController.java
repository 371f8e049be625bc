package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Play, stop and pause, where Alexa routes them to a device. */
final class PlaybackController {
    private static final List<String> OPERATIONS = List.of("Play", "Pause", "Stop", "Next", "Previous");

    private PlaybackController() {}

    static ObjectNode announced() {
        ObjectNode capability = Capability.of("Alexa.PlaybackController");
        ArrayNode operations = capability.putArray("supportedOperations");
        OPERATIONS.forEach(operations::add);
        return capability;
    }
}
