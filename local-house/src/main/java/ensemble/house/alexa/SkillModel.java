package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The skill's interaction model at work: its samples as patterns, its slot types for entity resolution. Like a recognizer
 * in this alone: the sample with the most literal words wins, and a slot takes whatever words stand in its place.
 */
final class SkillModel {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_]+)}");
    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "AMAZON.HelpIntent", List.of("help", "help me"),
            "AMAZON.StopIntent", List.of("stop", "exit", "quit"),
            "AMAZON.CancelIntent", List.of("cancel", "never mind", "forget it"),
            "AMAZON.NavigateHomeIntent", List.of("go home"));

    private record Sample(Pattern pattern, String intent, List<String> slots, int literalWords) {}

    private final String invocationName;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> typeOfSlot = new HashMap<>();
    private final Map<String, Map<String, String>> valuesOfType = new HashMap<>();

    /** @param document an {@code interactionModels/custom/LOCALE.json} */
    SkillModel(JsonNode document) {
        JsonNode model = document.path("interactionModel").path("languageModel");
        invocationName = model.path("invocationName").asText();
        for (JsonNode intent : model.path("intents")) {
            String name = intent.path("name").asText();
            intent.path("slots")
                    .forEach(slot -> typeOfSlot.put(
                            name + "/" + slot.path("name").asText(),
                            slot.path("type").asText()));
            intent.path("samples").forEach(sample -> add(name, sample.asText()));
            BUILT_IN.getOrDefault(name, List.of()).forEach(sample -> add(name, sample));
        }
        for (JsonNode type : model.path("types")) {
            Map<String, String> values = new HashMap<>();
            for (JsonNode value : type.path("values")) {
                String canonical = value.path("name").path("value").asText();
                values.put(canonical.toLowerCase(Locale.ROOT), canonical);
                value.path("name")
                        .path("synonyms")
                        .forEach(s -> values.put(s.asText().toLowerCase(Locale.ROOT), canonical));
            }
            valuesOfType.put(type.path("name").asText(), values);
        }
    }

    String invocationName() {
        return invocationName;
    }

    /** The intent an utterance comes to; the fallback intent when no sample fits. */
    Understood.Intent understand(String utterance) {
        @Nullable Sample best = null;
        Map<String, String> bestSlots = Map.of();
        for (Sample sample : samples) {
            Matcher matcher = sample.pattern().matcher(utterance);
            if (matcher.matches() && (best == null || sample.literalWords() > best.literalWords())) {
                best = sample;
                bestSlots = slots(sample, matcher);
            }
        }
        return best == null
                ? new Understood.Intent("AMAZON.FallbackIntent", Map.of())
                : new Understood.Intent(best.intent(), bestSlots);
    }

    /** Every slot of an intent, said or not. */
    List<String> slotsOf(String intent) {
        return typeOfSlot.keySet().stream()
                .filter(key -> key.startsWith(intent + "/"))
                .map(key -> key.substring(intent.length() + 1))
                .sorted()
                .toList();
    }

    /** The type of a slot. */
    String typeOf(String intent, String slot) {
        return typeOfSlot.getOrDefault(intent + "/" + slot, "");
    }

    /** The model's own name for a value, if it knows it. */
    Optional<String> resolved(String intent, String slot, String spoken) {
        Map<String, String> values = valuesOfType.getOrDefault(typeOf(intent, slot), Map.of());
        return Optional.ofNullable(values.get(Sentence.withoutArticle(spoken)))
                .or(() -> Optional.ofNullable(values.get(spoken)));
    }

    private void add(String intent, String sample) {
        List<String> slots = new ArrayList<>();
        StringBuilder pattern = new StringBuilder();
        Matcher matcher = SLOT.matcher(sample);
        int end = 0;
        while (matcher.find()) {
            pattern.append(literal(sample.substring(end, matcher.start()))).append("(.+)");
            slots.add(matcher.group(1));
            end = matcher.end();
        }
        pattern.append(literal(sample.substring(end)));
        int literalWords = SLOT.matcher(sample).replaceAll(" ").strip().split("\\s+").length;
        samples.add(new Sample(Pattern.compile(pattern.toString()), intent, slots, literalWords));
    }

    private static String literal(String text) {
        return Pattern.quote(text.toLowerCase(Locale.ROOT).replaceAll("[?!,]", ""));
    }

    private static Map<String, String> slots(Sample sample, Matcher matcher) {
        Map<String, String> slots = new HashMap<>();
        for (int i = 0; i < sample.slots().size(); i++) {
            slots.put(sample.slots().get(i), matcher.group(i + 1).strip());
        }
        return slots;
    }
}
