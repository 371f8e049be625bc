package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A conversation with the skill.
 *
 * @param awaiting what the next words are the answer to; empty where anything may be said
 * @param since when the skill began to listen; empty while it does not
 */
record Session(
        String id,
        String locale,
        boolean isNew,
        ObjectNode attributes,
        Optional<Awaiting> awaiting,
        Optional<Instant> since) {
    static final String APPLICATION = "amzn1.ask.skill.local-house";

    /** An Echo closes after some seconds; who types needs longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What was asked for. */
    sealed interface Awaiting {
        /** The value of a slot: the next words may be just that, and what was filled before is remembered. */
        record Slot(String intent, String slot, Map<String, String> filled) implements Awaiting {}

        /** Whether an intent is meant; Alexa hands the yes on as the intent itself. */
        record Confirmation(String intent, Map<String, String> filled) implements Awaiting {}

        /** Whether a routine is wanted: Alexa's own question. */
        record Offer(Routines.Entry entry, String token) implements Awaiting {}
    }

    static Session fresh(String id, String locale) {
        return new Session(id, locale, true, JsonNodeFactory.instance.objectNode(), Optional.empty(), Optional.empty());
    }

    boolean isListening() {
        return since.isPresent();
    }

    boolean isOver(Instant now) {
        return since.isPresent() && since.get().plus(PATIENCE).isBefore(now);
    }

    /** The skill listens on. */
    Session after(JsonNode newAttributes, Optional<Awaiting> asked, Instant now) {
        ObjectNode kept =
                newAttributes instanceof ObjectNode node ? node.deepCopy() : JsonNodeFactory.instance.objectNode();
        return new Session(id, locale, false, kept, asked, Optional.of(now));
    }
}
