package ensemble.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every locale against American English, in both directions. */
class LocalesTest {
    /** Names of products and of music that are the same everywhere; a room of that name would be a mistake. */
    private static final Set<String> ALIKE_EVERYWHERE = Set.of("SPEAKER_MODEL", "MUSIC_KIND");

    /** Words that a language has taken over. */
    private static final Set<String> BORROWED = Set.of(
            "de garage Garage",
            "de pool Pool",
            "de deck Deck",
            "de subwoofer Subwoofer",
            "de party Party",
            "fr garage garage",
            "fr garage-speaker garage",
            "fr patio patio",
            "fr deck deck",
            "es garage garaje",
            "es patio patio",
            "it garage garage",
            "it patio patio",
            "it subwoofer subwoofer",
            "es subwoofer subwoofer");

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void everyLocaleHasTheSameIntentsSlotsAndDialogs(String locale) {
        assertEquals(shape("en-US"), shape(locale));
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void everySlotTypeHasTheSameValues(String locale) {
        Map<String, Set<String>> expected = new TreeMap<>();
        Map<String, Set<String>> found = new TreeMap<>();
        values("en-US").forEach((type, values) -> expected.put(type, values.keySet()));
        values(locale).forEach((type, values) -> found.put(type, values.keySet()));
        assertEquals(expected, found);
    }

    /** A preposition that has swallowed its article is followed by no second one; nobody says "du la" or "zum den". */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fr-FR; (?:du|au|aux|des) (?:le|la|les)",
                "es-ES; (?:del|al) (?:el|la|los|las)",
                "it-IT; (?:del|della|dei|delle|nel|nella|sul|sulla|al|alla|dal|dalla) (?:il|lo|la|i|gli|le)",
                "de-DE; (?:zur|zum|im|am|vom|beim|ins) (?:der|die|das|den|dem)"
            })
    void noSampleHasTwoArticles(String locale, String doubled) {
        Pattern wrong = Pattern.compile("(?<!\\p{L})" + doubled + "(?!\\p{L})");
        List<String> found = new ArrayList<>();
        ModelFile.languageModel(locale).path("intents").forEach(intent -> intent.path("samples")
                .forEach(sample -> {
                    if (wrong.matcher(sample.asText()).find()) {
                        found.add(sample.asText());
                    }
                }));
        assertEquals(List.of(), found);
    }

    /** What people of another country say is not what Americans say. */
    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "es-ES", "it-IT"})
    void slotValuesSamplesAndPromptsAreLocalised(String locale) {
        if (!ModelFile.locales().contains(locale)) {
            return;
        }
        String language = locale.substring(0, 2);
        List<String> alike = new ArrayList<>();
        Map<String, Map<String, String>> english = values("en-US");
        values(locale).forEach((type, values) -> {
            if (!ALIKE_EVERYWHERE.contains(type)) {
                values.forEach((id, value) -> {
                    boolean same = value.equalsIgnoreCase(
                            english.getOrDefault(type, Map.of()).get(id));
                    if (same && !BORROWED.contains(language + " " + id + " " + value)) {
                        alike.add(type + " " + id + " " + value);
                    }
                });
            }
        });
        assertEquals(List.of(), alike);
        Set<String> samples = samples(locale);
        samples.retainAll(samples("en-US"));
        samples.removeIf(sample -> sample.matches("(?:\\{\\w+}|pause|stop|volume|in| )+"));
        assertEquals(Set.of(), samples);
        Set<String> prompts = prompts(locale);
        prompts.retainAll(prompts("en-US"));
        assertEquals(Set.of(), prompts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "en-CA", "en-AU", "en-IN"})
    void theOtherEnglishModelsAreTheAmericanOne(String locale) {
        assertEquals(model("en-US"), model(locale), "write them anew: they share one source");
        assertTrue(ModelFile.locales().contains(locale));
    }

    private static JsonNode model(String locale) {
        return ModelFile.read("interactionModels/custom/" + locale + ".json");
    }

    private static Map<String, Object> shape(String locale) {
        Map<String, Object> shape = new TreeMap<>();
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            Map<String, String> slots = new TreeMap<>();
            intent.path("slots")
                    .forEach(slot -> slots.put(
                            slot.path("name").asText(), slot.path("type").asText()));
            shape.put(intent.path("name").asText(), slots);
        }
        for (JsonNode intent : model(locale).at("/interactionModel/dialog/intents")) {
            Set<String> asked = new TreeSet<>();
            intent.path("slots").forEach(slot -> {
                if (slot.path("elicitationRequired").asBoolean()) {
                    asked.add(slot.path("name").asText());
                }
            });
            shape.put("dialog " + intent.path("name").asText(), asked);
        }
        return shape;
    }

    /** Types, ids, and the first word for each. */
    private static Map<String, Map<String, String>> values(String locale) {
        Map<String, Map<String, String>> types = new TreeMap<>();
        for (JsonNode type : ModelFile.languageModel(locale).path("types")) {
            Map<String, String> values = new TreeMap<>();
            type.path("values")
                    .forEach(value -> values.put(
                            value.path("id").asText(), value.at("/name/value").asText()));
            types.put(type.path("name").asText(), values);
        }
        return types;
    }

    private static Set<String> samples(String locale) {
        Set<String> samples = new TreeSet<>();
        ModelFile.languageModel(locale)
                .path("intents")
                .forEach(intent -> samples.addAll(ModelFile.texts(intent.path("samples"))));
        return samples;
    }

    private static Set<String> prompts(String locale) {
        Set<String> prompts = new TreeSet<>();
        model(locale).at("/interactionModel/prompts").forEach(prompt -> prompt.path("variations")
                .forEach(one -> prompts.add(one.path("value").asText())));
        return prompts;
    }
}
