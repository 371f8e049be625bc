package ensemble.skill.smarthome.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One value of an endpoint, spelt as Alexa spells it.
 *
 * @param namespace an Alexa interface
 */
public record Property(String namespace, String name, JsonNode value) {
    /** A report travels from the box within this much. */
    private static final int UNCERTAINTY_MILLIS = 500;

    /** @param at truncated to milliseconds: Alexa refuses more digits */
    public ObjectNode json(Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("namespace", namespace)
                .put("name", name)
                .<ObjectNode>set("value", value)
                .put("timeOfSample", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("uncertaintyInMilliseconds", UNCERTAINTY_MILLIS);
    }
}
