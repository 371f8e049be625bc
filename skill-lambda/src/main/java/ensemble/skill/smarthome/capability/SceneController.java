package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What can be turned on like a scene, in a routine too. */
final class SceneController {
    private SceneController() {}

    static ObjectNode announced(boolean supportsDeactivation) {
        return Capability.of("Alexa.SceneController")
                .put("supportsDeactivation", supportsDeactivation)
                .put("proactivelyReported", false);
    }
}
