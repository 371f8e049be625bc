package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A device as Discovery announced it.
 *
 * @param category its first display category, such as {@code SPEAKER}
 */
record Endpoint(String id, String friendlyName, String category, List<Capability> capabilities) {
    /**
     * What it can do or tell.
     *
     * @param name such as {@code Alexa.PowerController}
     * @param instance empty for an interface that a device has but once
     * @param names what people call it, in every language announced
     * @param settable whether it can be set, not only read
     * @param modes the names of each mode, by its value
     */
    record Capability(
            String name, String instance, List<String> names, boolean settable, Map<String, List<String>> modes) {}

    /** Reads a Discover.Response. */
    static List<Endpoint> of(JsonNode response) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (JsonNode node : response.path("event").path("payload").path("endpoints")) {
            List<Capability> capabilities = new ArrayList<>();
            node.path("capabilities").forEach(one -> capabilities.add(capability(one)));
            endpoints.add(new Endpoint(
                    node.path("endpointId").asText(),
                    node.path("friendlyName").asText(),
                    node.path("displayCategories").path(0).asText(),
                    List.copyOf(capabilities)));
        }
        return endpoints;
    }

    boolean has(String name) {
        return capabilities.stream().anyMatch(one -> one.name().equals(name));
    }

    Optional<Capability> capability(String name, String instance) {
        return capabilities.stream()
                .filter(one -> one.name().equals(name) && one.instance().equals(instance))
                .findFirst();
    }

    private static Capability capability(JsonNode node) {
        Map<String, List<String>> modes = new LinkedHashMap<>();
        for (JsonNode mode : node.path("configuration").path("supportedModes")) {
            modes.put(mode.path("value").asText(), names(mode.path("modeResources")));
        }
        return new Capability(
                node.path("interface").asText(),
                node.path("instance").asText(""),
                names(node.path("capabilityResources")),
                !node.path("properties").path("nonControllable").asBoolean(),
                modes);
    }

    private static List<String> names(JsonNode resources) {
        List<String> names = new ArrayList<>();
        for (JsonNode name : resources.path("friendlyNames")) {
            if (name.path("@type").asText().equals("text")) {
                names.add(
                        Sentence.heard(name.path("value").path("text").asText()).words());
            }
        }
        return List.copyOf(names);
    }
}
