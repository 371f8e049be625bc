package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A conversation with the skill.
 *
 * @param listening whether the skill asked something and waits
 */
record Session(String id, String locale, boolean isNew, boolean listening, ObjectNode attributes) {
    static final String APPLICATION = "amzn1.ask.skill.local-house";

    static Session fresh(String id, String locale) {
        return new Session(id, locale, true, false, JsonNodeFactory.instance.objectNode());
    }

    Session after(ObjectNode newAttributes, boolean stillListening) {
        return stillListening ? new Session(id, locale, false, true, newAttributes) : fresh(id, locale);
    }
}
