package ensemble.house.eventgateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What Alexa's event gateway takes, after Amazon's message schema and documented limits. The first fault found is told. */
final class EventRules {
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final Pattern ENDPOINT_ID = Pattern.compile("[A-Za-z0-9_\\-=#;:?@& ]{1,256}");
    private static final Set<String> CAUSES = Set.of(
            "APP_INTERACTION",
            "PHYSICAL_INTERACTION",
            "PERIODIC_POLL",
            "RULE_TRIGGER",
            "VOICE_INTERACTION",
            "ALEXA_INTERACTION");
    private static final Set<String> ERRORS = Set.of(
            "BRIDGE_UNREACHABLE",
            "ENDPOINT_BUSY",
            "ENDPOINT_LOW_POWER",
            "ENDPOINT_UNREACHABLE",
            "EXPIRED_AUTHORIZATION_CREDENTIAL",
            "HARDWARE_MALFUNCTION",
            "INTERNAL_ERROR",
            "INVALID_AUTHORIZATION_CREDENTIAL",
            "INVALID_DIRECTIVE",
            "INVALID_VALUE",
            "NO_SUCH_ENDPOINT",
            "NOT_SUPPORTED_IN_CURRENT_MODE",
            "VALUE_OUT_OF_RANGE");

    private EventRules() {}

    /** A message that is not taken. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault(String what) {
            super(what);
        }
    }

    /**
     * @param bytes the message's length
     * @param token of the request's header
     * @return why it is refused; empty if it is taken
     */
    static Optional<String> refusal(JsonNode message, int bytes, String token) {
        try {
            require(bytes <= MOST_BYTES, "The event is larger than 256 KB.");
            check(message, token);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    private static void check(JsonNode message, String token) throws Fault {
        JsonNode event = message.path("event");
        JsonNode header = event.path("header");
        for (String field : List.of("namespace", "name", "messageId", "payloadVersion")) {
            require(header.path(field).isTextual(), "The event has no event.header." + field + ".");
        }
        require(MESSAGE_ID.matcher(header.path("messageId").textValue()).matches(), "The messageId is malformed.");
        require(header.path("payloadVersion").textValue().equals("3"), "The payloadVersion is not 3.");
        require(event.path("payload").isObject(), "The event has no event.payload.");
        JsonNode payload = event.path("payload");
        String name =
                header.path("namespace").textValue() + "." + header.path("name").textValue();
        switch (name) {
            case "Alexa.ChangeReport" -> {
                scope(event.path("endpoint").path("scope"), token);
                endpoint(event.path("endpoint"));
                changed(payload.path("change"), message.path("context").path("properties"));
            }
            case "Alexa.Response" -> {
                answer(event, header, token);
                PropertyRules.check(message.path("context").path("properties"));
            }
            case "Alexa.ErrorResponse" -> {
                answer(event, header, token);
                error(payload);
            }
            case "Alexa.SceneController.ActivationStarted", "Alexa.SceneController.DeactivationStarted" -> {
                scope(event.path("endpoint").path("scope"), token);
                endpoint(event.path("endpoint"));
                require(CAUSES.contains(payload.at("/cause/type").asText()), "The cause is unknown.");
            }
            case "Alexa.Discovery.AddOrUpdateReport" -> {
                scope(payload.path("scope"), token);
                DiscoveryRules.check(payload.path("endpoints"));
            }
            case "Alexa.Discovery.DeleteReport" -> {
                scope(payload.path("scope"), token);
                require(payload.path("endpoints").size() > 0, "The report deletes nothing.");
                for (JsonNode endpoint : payload.path("endpoints")) {
                    endpoint(endpoint);
                }
            }
            default -> throw new Fault("The gateway takes no " + name + ".");
        }
    }

    private static void answer(JsonNode event, JsonNode header, String token) throws Fault {
        require(header.path("correlationToken").isTextual(), "A later answer needs its correlationToken.");
        scope(event.path("endpoint").path("scope"), token);
        endpoint(event.path("endpoint"));
    }

    private static void error(JsonNode payload) throws Fault {
        String type = payload.path("type").asText();
        require(ERRORS.contains(type), "The error type is unknown.");
        require(payload.path("message").isTextual(), "The error has no message.");
        require(
                !type.equals("NOT_SUPPORTED_IN_CURRENT_MODE") || payload.has("currentDeviceMode"),
                "The error needs a currentDeviceMode.");
    }

    private static void changed(JsonNode change, JsonNode unchanged) throws Fault {
        require(CAUSES.contains(change.at("/cause/type").asText()), "The change has no known cause.");
        require(change.path("properties").size() > 0, "The change changes nothing.");
        PropertyRules.check(change.path("properties"));
        require(unchanged.isArray(), "The report has no context.properties.");
        PropertyRules.check(unchanged);
        Set<String> keys = new HashSet<>();
        for (JsonNode property : change.path("properties")) {
            keys.add(PropertyRules.key(property));
        }
        for (JsonNode property : unchanged) {
            require(!keys.contains(PropertyRules.key(property)), "A property is both changed and unchanged.");
        }
    }

    private static void scope(JsonNode scope, String token) throws Fault {
        require(scope.path("type").asText().equals("BearerToken"), "The scope is no BearerToken.");
        require(scope.path("token").asText().equals(token), "The scope's token is not the request's.");
    }

    static void endpoint(JsonNode endpoint) throws Fault {
        String id = endpoint.path("endpointId").asText();
        require(ENDPOINT_ID.matcher(id).matches(), "The endpointId is malformed.");
    }

    static void require(boolean holds, String otherwise) throws Fault {
        if (!holds) {
            throw new Fault(otherwise);
        }
    }
}
