package ensemble.house.eventgateway;

import static ensemble.house.eventgateway.EventRules.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Descriptions of devices as Alexa takes them. */
final class DiscoveryRules {
    private static final int MOST_ENDPOINTS = 300;
    private static final int MOST_CAPABILITIES = 100;
    private static final int LONGEST_TEXT = 128;
    private static final int LONGEST_ATTRIBUTE = 256;
    private static final Set<String> CATEGORIES = Set.of(
            "ACTIVITY_TRIGGER",
            "BLUETOOTH_SPEAKER",
            "CONTACT_SENSOR",
            "HUB",
            "MUSIC_SYSTEM",
            "OTHER",
            "SCENE_TRIGGER",
            "SPEAKER",
            "STREAMING_DEVICE");

    private DiscoveryRules() {}

    static void check(JsonNode endpoints) throws EventRules.Fault {
        require(endpoints.size() > 0 && endpoints.size() <= MOST_ENDPOINTS, "A report has 1 to 300 endpoints.");
        Set<String> ids = new HashSet<>();
        for (JsonNode endpoint : endpoints) {
            EventRules.endpoint(endpoint);
            require(ids.add(endpoint.path("endpointId").asText()), "An endpoint is there twice.");
            for (String field : List.of("friendlyName", "description", "manufacturerName")) {
                int length = endpoint.path(field).asText().length();
                require(length > 0 && length <= LONGEST_TEXT, "The " + field + " has 1 to 128 characters.");
            }
            for (JsonNode attribute : endpoint.path("additionalAttributes")) {
                require(attribute.asText().length() <= LONGEST_ATTRIBUTE, "An attribute has at most 256 characters.");
            }
            require(endpoint.path("displayCategories").size() > 0, "An endpoint needs a category.");
            for (JsonNode category : endpoint.path("displayCategories")) {
                require(CATEGORIES.contains(category.asText()), "The category is unknown.");
            }
            capabilities(endpoint.path("capabilities"));
        }
    }

    private static void capabilities(JsonNode capabilities) throws EventRules.Fault {
        require(
                capabilities.size() > 0 && capabilities.size() <= MOST_CAPABILITIES,
                "An endpoint has 1 to 100 capabilities.");
        Set<String> seen = new HashSet<>();
        for (JsonNode capability : capabilities) {
            require(capability.path("type").asText().equals("AlexaInterface"), "A capability is an AlexaInterface.");
            require(capability.path("version").isTextual(), "A capability has a version.");
            String name = capability.path("interface").asText() + "/"
                    + capability.path("instance").asText();
            require(name.startsWith("Alexa"), "A capability names its interface.");
            require(seen.add(name), "A capability is there twice.");
        }
    }
}
