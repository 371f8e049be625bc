package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The skill's interaction model at work: its samples as patterns, its slot types for entity resolution. Like a recognizer
 * in this alone: the sample with the most literal words wins, then the one whose slots name what is known; a slot takes whatever
 * words stand in its place, a number's only a number.
 */
final class SkillModel {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_]+)}");
    private static final String NUMBER = "AMAZON.NUMBER";

    private record Sample(Pattern pattern, String intent, List<String> slots, int literalWords) {}

    /** A value that a slot type knows. */
    record Value(String name, String id) {}

    /** An intent, and how many words of the sample are no slot's; 0 for the fallback too. */
    record Heard(Understood.Intent intent, int literalWords) {}

    private final Tongue tongue;
    private final String invocationName;
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, String> typeOfSlot = new HashMap<>();
    private final Map<String, Map<String, Value>> valuesOfType = new HashMap<>();
    private final DialogModel dialog;

    /** @param document an {@code interactionModels/custom/LOCALE.json} */
    SkillModel(JsonNode document, Tongue tongue) {
        this.tongue = tongue;
        JsonNode model = document.path("interactionModel").path("languageModel");
        dialog = new DialogModel(document.path("interactionModel"));
        invocationName = model.path("invocationName").asText();
        for (JsonNode intent : model.path("intents")) {
            String name = intent.path("name").asText();
            intent.path("slots")
                    .forEach(slot -> typeOfSlot.put(
                            name + "/" + slot.path("name").asText(),
                            slot.path("type").asText()));
            intent.path("samples").forEach(sample -> add(name, sample.asText()));
            tongue.builtIn(name).forEach(sample -> add(name, sample));
        }
        for (JsonNode type : model.path("types")) {
            Map<String, Value> values = new HashMap<>();
            type.path("values").forEach(value -> add(values, value));
            valuesOfType.put(type.path("name").asText(), values);
        }
    }

    String invocationName() {
        return invocationName;
    }

    DialogModel dialog() {
        return dialog;
    }

    /** The intent an utterance comes to; the fallback intent when no sample fits. */
    Heard understand(String utterance, Entities entities) {
        @Nullable Sample best = null;
        Map<String, String> bestSlots = Map.of();
        int bestKnown = 0;
        for (Sample sample : samples) {
            Matcher matcher = sample.pattern().matcher(utterance);
            if ((best != null && sample.literalWords() < best.literalWords()) || !matcher.matches()) {
                continue;
            }
            Optional<Map<String, String>> slots = slots(sample, matcher);
            if (slots.isPresent()) {
                int known = known(sample, slots.get(), entities);
                if (best == null || sample.literalWords() > best.literalWords() || known > bestKnown) {
                    best = sample;
                    bestSlots = slots.get();
                    bestKnown = known;
                }
            }
        }
        return best == null
                ? new Heard(new Understood.Intent("AMAZON.FallbackIntent", Map.of()), 0)
                : new Heard(new Understood.Intent(best.intent(), bestSlots), best.literalWords());
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

    boolean isNumber(String intent, String slot) {
        return typeOf(intent, slot).equals(NUMBER);
    }

    /** What the model itself takes a value for, if it knows it. */
    Optional<Value> resolved(String intent, String slot, String spoken) {
        Map<String, Value> values = valuesOfType.getOrDefault(typeOf(intent, slot), Map.of());
        return Optional.ofNullable(values.get(spoken))
                .or(() -> Optional.ofNullable(values.get(tongue.withoutArticle(spoken))));
    }

    /** Adds a value of a type under its name and its synonyms. */
    static void add(Map<String, Value> values, JsonNode value) {
        String canonical = value.path("name").path("value").asText();
        String id = value.path("id").asText(Entities.key(canonical).replace(' ', '-'));
        Value known = new Value(canonical, id);
        values.put(Entities.key(canonical), known);
        value.path("name").path("synonyms").forEach(s -> values.put(Entities.key(s.asText()), known));
    }

    private int known(Sample sample, Map<String, String> slots, Entities entities) {
        int known = 0;
        for (Map.Entry<String, String> slot : slots.entrySet()) {
            String type = typeOf(sample.intent(), slot.getKey());
            if (resolved(sample.intent(), slot.getKey(), slot.getValue()).isPresent()
                    || entities.resolved(type, slot.getValue()).isPresent()) {
                known++;
            }
        }
        return known;
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
        String literals = SLOT.matcher(sample).replaceAll(" ").strip();
        int literalWords = literals.isEmpty() ? 0 : literals.split("\\s+").length;
        samples.add(new Sample(Pattern.compile(pattern.toString()), intent, slots, literalWords));
    }

    private static String literal(String text) {
        return Pattern.quote(Entities.key(text).replaceAll("[?!,]", ""));
    }

    /** Empty if there is no number where one must stand. */
    private Optional<Map<String, String>> slots(Sample sample, Matcher matcher) {
        Map<String, String> slots = new HashMap<>();
        for (int i = 0; i < sample.slots().size(); i++) {
            String slot = sample.slots().get(i);
            String spoken = matcher.group(i + 1).strip();
            if (isNumber(sample.intent(), slot)) {
                Optional<Integer> number = tongue.numbers().read(spoken);
                if (number.isEmpty()) {
                    return Optional.empty();
                }
                spoken = number.get().toString();
            }
            slots.put(slot, spoken);
        }
        return Optional.of(slots);
    }
}
