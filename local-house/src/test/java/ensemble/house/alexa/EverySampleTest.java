package ensemble.house.alexa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample of the skill's models, said in the language's own words to the skill by its name, comes to its own intent. */
final class EverySampleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NUMBERS =
            Map.of("en", "forty", "de", "vierzig", "fr", "quarante", "es", "cuarenta", "it", "quaranta");

    /** How each language asks a skill for something in its own words. */
    private static final Map<String, String> ASKING = Map.of(
            "en",
            "ask %s %s",
            "de",
            "sage %s %s",
            "fr",
            "demande à %s %s",
            "es",
            "pide a %s %s",
            "it",
            "chiedi a %s %s");

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE", "fr-FR", "es-ES", "it-IT"})
    void everySampleComesToItsOwnIntent(String locale) throws Exception {
        JsonNode document = model(locale);
        JsonNode language = document.path("interactionModel").path("languageModel");
        Tongue tongue = Tongue.of(locale);
        SkillModel model = new SkillModel(document, tongue);
        Understanding understanding = new Understanding(model, tongue, Routines.inMemory());
        Map<String, String> values = values(language, locale);
        List<String> wrong = new ArrayList<>();
        int said = 0;
        for (JsonNode intent : language.path("intents")) {
            String name = intent.path("name").asText();
            for (JsonNode sample : intent.path("samples")) {
                String words = filled(sample.asText(), name, model, values);
                String sentence = of(ASKING, locale).formatted(model.invocationName(), words);
                Understood understood = understanding.of(
                        Sentence.heard(sentence), new Devices(List.of()), Entities.none(), Session.fresh("s", locale));
                String got = understood instanceof Understood.Intent one ? one.name() : understood.toString();
                said++;
                if (!got.equals(name)) {
                    wrong.add(sentence + " is " + got + ", not " + name);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(said > 1_500, () -> "samples of " + locale);
    }

    private static String filled(String sample, String intent, SkillModel model, Map<String, String> values) {
        String words = sample;
        for (String slot : model.slotsOf(intent)) {
            words = words.replace("{" + slot + "}", values.getOrDefault(model.typeOf(intent, slot), "x"));
        }
        return words;
    }

    private static Map<String, String> values(JsonNode language, String locale) {
        Map<String, String> values = new HashMap<>();
        language.path("types")
                .forEach(type -> values.put(
                        type.path("name").asText(),
                        type.path("values").path(0).path("name").path("value").asText()));
        values.put("AMAZON.NUMBER", of(NUMBERS, locale));
        return values;
    }

    private static String of(Map<String, String> byLanguage, String locale) {
        return Objects.requireNonNull(
                byLanguage.get(Locale.forLanguageTag(locale).getLanguage()));
    }

    private static JsonNode model(String locale) throws Exception {
        try (InputStream in = EverySampleTest.class.getResourceAsStream(
                "/skill-package/interactionModels/custom/" + locale + ".json")) {
            return JSON.readTree(in);
        }
    }
}
