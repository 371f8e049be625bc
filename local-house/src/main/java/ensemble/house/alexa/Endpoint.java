package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A device as Discovery announced it.
 *
 * @param interfaces such as {@code Alexa.PowerController}
 */
record Endpoint(String id, String friendlyName, Set<String> interfaces) {
    /** Reads a Discover.Response. */
    static List<Endpoint> of(JsonNode response) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (JsonNode node : response.path("event").path("payload").path("endpoints")) {
            Set<String> interfaces = new HashSet<>();
            node.path("capabilities")
                    .forEach(capability ->
                            interfaces.add(capability.path("interface").asText()));
            endpoints.add(new Endpoint(
                    node.path("endpointId").asText(), node.path("friendlyName").asText(), interfaces));
        }
        return endpoints;
    }
}
