package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The common shape of what discovery announces. */
final class Capability {
    private Capability() {}

    static ObjectNode of(String alexaInterface) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "AlexaInterface")
                .put("interface", alexaInterface)
                .put("version", "3");
    }

    /** With one property that is told unasked and may be asked. */
    static ObjectNode of(String alexaInterface, String property) {
        ObjectNode capability = of(alexaInterface);
        ObjectNode properties = capability.putObject("properties");
        ArrayNode supported = properties.putArray("supported");
        supported.addObject().put("name", property);
        properties.put("proactivelyReported", true).put("retrievable", true);
        return capability;
    }
}
