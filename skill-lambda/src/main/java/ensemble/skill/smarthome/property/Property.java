package ensemble.skill.smarthome.property;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One value of an endpoint, spelt as Alexa spells it.
 *
 * @param namespace an Alexa interface
 * @param instance of a generic interface
 * @param sampledAt when it was learnt, if not just now
 */
public record Property(
        String namespace, Optional<String> instance, String name, JsonNode value, Optional<Instant> sampledAt) {
    /** A report travels from the box within this much. */
    private static final int UNCERTAINTY_MILLIS = 500;

    public Property(String namespace, String name, JsonNode value) {
        this(namespace, Optional.empty(), name, value, Optional.empty());
    }

    /** Whether it says the same, whenever it was learnt. */
    public boolean says(Property other) {
        return isOf(other) && value.equals(other.value);
    }

    /** Whether it is the same property, whatever its value. */
    public boolean isOf(Property other) {
        return namespace.equals(other.namespace) && instance.equals(other.instance) && name.equals(other.name);
    }

    /** @param now truncated to milliseconds: Alexa refuses more digits */
    public ObjectNode json(Instant now) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("namespace", namespace);
        instance.ifPresent(name -> node.put("instance", name));
        return node.put("name", name)
                .<ObjectNode>set("value", value)
                .put(
                        "timeOfSample",
                        sampledAt.orElse(now).truncatedTo(ChronoUnit.MILLIS).toString())
                .put("uncertaintyInMilliseconds", UNCERTAINTY_MILLIS);
    }
}
