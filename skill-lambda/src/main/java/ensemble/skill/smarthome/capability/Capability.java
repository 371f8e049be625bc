package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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

    /** With properties that are told unasked and may be asked. */
    static ObjectNode of(String alexaInterface, String... supported) {
        ObjectNode capability = of(alexaInterface);
        properties(capability, supported);
        return capability;
    }

    /** One instance of a generic interface. */
    static ObjectNode instance(String alexaInterface, String instance, List<Label> names, String property) {
        ObjectNode capability = of(alexaInterface).put("instance", instance);
        properties(capability, property);
        named(capability.putObject("capabilityResources"), names);
        return capability;
    }

    /** The property can be read and not set. */
    static void readOnly(ObjectNode capability) {
        ((ObjectNode) capability.path("properties")).put("nonControllable", true);
    }

    static void named(ObjectNode resources, List<Label> names) {
        ArrayNode friendly = resources.putArray("friendlyNames");
        names.forEach(name -> friendly.addObject()
                .put("@type", "text")
                .putObject("value")
                .put("text", name.text())
                .put("locale", name.locale()));
    }

    private static void properties(ObjectNode capability, String... supported) {
        ObjectNode properties = capability.putObject("properties");
        ArrayNode names = properties.putArray("supported");
        for (String name : supported) {
            names.addObject().put("name", name);
        }
        properties.put("proactivelyReported", true).put("retrievable", true);
    }
}
