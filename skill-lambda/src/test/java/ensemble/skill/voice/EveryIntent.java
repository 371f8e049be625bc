package ensemble.skill.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.fake.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Requests of every intent of the models, with slots filled well, badly or not at all. */
final class EveryIntent {
    static final List<String> LOCALES =
            List.of("en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE", "fr-FR", "es-ES", "it-IT");

    /** What fits each slot in the demo house. */
    private static final Map<String, String> FITTING = Map.ofEntries(
            Map.entry("group", "patio"),
            Map.entry("target", "kitchen"),
            Map.entry("speaker", "deck"),
            Map.entry("another", "patio left"),
            Map.entry("third", "kitchen shelf"),
            Map.entry("called", "sunny corner"),
            Map.entry("scene", "evening"),
            Map.entry("model", "JBL Flip 6"),
            Map.entry("other", "JBL Charge 5"),
            Map.entry("level", "40"),
            Map.entry("amount", "5"),
            Map.entry("code", "4711"),
            Map.entry("rest", "7733"),
            Map.entry("music", "jazz"));

    private EveryIntent() {}

    /** Names of the intents, and of the slots of each. */
    static Map<String, List<String>> of(String locale) {
        Map<String, List<String>> intents = new java.util.TreeMap<>();
        for (JsonNode intent : languageModel(locale).path("intents")) {
            List<String> slots = new ArrayList<>();
            intent.path("slots").forEach(slot -> slots.add(slot.path("name").asText()));
            intents.put(intent.path("name").asText(), slots);
        }
        return intents;
    }

    static JsonNode languageModel(String locale) {
        return file("interactionModels/custom/" + locale + ".json").at("/interactionModel/languageModel");
    }

    static JsonNode file(String path) {
        try (InputStream in = EveryIntent.class.getResourceAsStream("/skill-package/" + path)) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in, path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** With every slot filled as it fits the demo house. */
    static ObjectNode filled(String locale, String intent, Optional<String> token) {
        ObjectNode envelope = Requests.intent(intent, token);
        ((ObjectNode) envelope.path("request")).put("locale", locale);
        of(locale)
                .getOrDefault(intent, List.of())
                .forEach(slot -> fill(envelope, slot, FITTING.getOrDefault(slot, "")));
        return envelope;
    }

    static ObjectNode empty(String locale, String intent, Optional<String> token) {
        ObjectNode envelope = Requests.intent(intent, token);
        ((ObjectNode) envelope.path("request")).put("locale", locale);
        return envelope;
    }

    static void fill(ObjectNode envelope, String slot, String value) {
        ((ObjectNode) envelope.at("/request/intent/slots"))
                .putObject(slot)
                .put("name", slot)
                .put("value", value)
                .put("confirmationStatus", "NONE");
    }

    static ObjectNode inSession(ObjectNode envelope) {
        ((ObjectNode) envelope.path("session")).put("new", false);
        return envelope;
    }
}
