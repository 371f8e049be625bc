package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation with the skill.
 *
 * @param listening whether the skill asked something and waits
 * @param elicited which slot it asked for, where it asked for one
 */
record Session(
        String id,
        String locale,
        boolean isNew,
        boolean listening,
        ObjectNode attributes,
        Optional<Elicited> elicited) {
    /** What the skill asked for: the next words may be just that, and what was filled before is remembered. */
    record Elicited(String intent, String slot, Map<String, String> filled) {}

    static final String APPLICATION = "amzn1.ask.skill.local-house";

    static Session fresh(String id, String locale) {
        return new Session(id, locale, true, false, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    Session after(ObjectNode newAttributes, Optional<Elicited> asked) {
        return new Session(id, locale, false, true, newAttributes, asked);
    }
}
