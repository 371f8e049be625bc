package ensemble.house.eventgateway;

import static ensemble.house.eventgateway.EventRules.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Properties as Alexa takes them: every field, and a value of the interface's own kind. */
final class PropertyRules {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z");
    private static final Set<String> INSTANCED =
            Set.of("Alexa.ModeController", "Alexa.RangeController", "Alexa.ToggleController");

    private static final Map<String, Predicate<JsonNode>> VALUES = Map.of(
            "Alexa.PowerController.powerState", value -> isOneOf(value, "ON", "OFF"),
            "Alexa.PlaybackStateReporter.playbackState",
                    value -> isOneOf(value.path("state"), "PLAYING", "PAUSED", "STOPPED"),
            "Alexa.Speaker.volume", value -> isWhole(value, 0, 100),
            "Alexa.Speaker.muted", JsonNode::isBoolean,
            "Alexa.ModeController.mode",
                    value -> value.isTextual() && !value.textValue().isEmpty(),
            "Alexa.RangeController.rangeValue", JsonNode::isNumber,
            "Alexa.ContactSensor.detectionState", value -> isOneOf(value, "DETECTED", "NOT_DETECTED"),
            "Alexa.EndpointHealth.connectivity", value -> isOneOf(value.path("value"), "OK", "UNREACHABLE"));

    private PropertyRules() {}

    static void check(JsonNode properties) throws EventRules.Fault {
        require(properties.isArray(), "The properties are no array.");
        Set<String> seen = new HashSet<>();
        for (JsonNode property : properties) {
            String name = property.path("namespace").asText() + "."
                    + property.path("name").asText();
            Predicate<JsonNode> rule = VALUES.get(name);
            require(rule != null && rule.test(property.path("value")), "The value of " + name + " is none.");
            require(
                    INSTANCED.contains(property.path("namespace").asText())
                            == property.path("instance").isTextual(),
                    name + " has an instance too many or too few.");
            require(
                    TIME.matcher(property.path("timeOfSample").asText()).matches(),
                    "The timeOfSample of " + name + " is malformed.");
            require(
                    isWhole(property.path("uncertaintyInMilliseconds"), 0, Integer.MAX_VALUE),
                    name + " has no uncertaintyInMilliseconds.");
            require(seen.add(key(property)), name + " is there twice.");
        }
    }

    static String key(JsonNode property) {
        return property.path("namespace").asText() + "/"
                + property.path("instance").asText() + "/"
                + property.path("name").asText();
    }

    private static boolean isOneOf(JsonNode value, String... words) {
        return Set.of(words).contains(value.asText());
    }

    private static boolean isWhole(JsonNode value, int from, int to) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= from
                && value.intValue() <= to;
    }
}
