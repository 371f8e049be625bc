package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Alexa may ask by herself when the skill delegates: which slots an intent needs, and the words for each. Immutable. */
final class DialogModel {
    private record Need(String slot, String prompt) {}

    private final Map<String, List<Need>> needs = new HashMap<>();

    DialogModel(JsonNode interactionModel) {
        Map<String, String> prompts = new HashMap<>();
        for (JsonNode prompt : interactionModel.path("prompts")) {
            prompts.put(
                    prompt.path("id").asText(),
                    prompt.path("variations").path(0).path("value").asText());
        }
        for (JsonNode intent : interactionModel.path("dialog").path("intents")) {
            List<Need> needed = new ArrayList<>();
            for (JsonNode slot : intent.path("slots")) {
                if (slot.path("elicitationRequired").asBoolean()) {
                    needed.add(new Need(
                            slot.path("name").asText(),
                            prompts.getOrDefault(
                                    slot.path("prompts").path("elicitation").asText(), "")));
                }
            }
            needs.put(intent.path("name").asText(), List.copyOf(needed));
        }
    }

    /** The first slot that an intent still needs; empty if it has all. */
    Optional<String> missing(String intent, Set<String> filled) {
        return needs.getOrDefault(intent, List.of()).stream()
                .map(Need::slot)
                .filter(slot -> !filled.contains(slot))
                .findFirst();
    }

    /** What Alexa says to have a slot filled. */
    String prompt(String intent, String slot) {
        return needs.getOrDefault(intent, List.of()).stream()
                .filter(need -> need.slot().equals(slot))
                .map(Need::prompt)
                .findFirst()
                .orElse("");
    }
}
