package ensemble.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InteractionModelTest {
    private static final Set<String> NOT_IN_AN_INVOCATION = Set.of(
            "ask",
            "tell",
            "open",
            "launch",
            "load",
            "begin",
            "enable",
            "start",
            "run",
            "use",
            "play",
            "resume",
            "to",
            "from",
            "in",
            "using",
            "with",
            "for",
            "that",
            "if",
            "by",
            "and",
            "about",
            "whether",
            "alexa",
            "amazon",
            "echo",
            "computer",
            "skill",
            "app",
            "a",
            "an",
            "the");
    private static final Set<String> RESERVED_SLOTS = Set.of("name", "id", "value", "slots", "intent");
    private static final Pattern SAMPLE = Pattern.compile("[a-z' ]*(\\{[a-z]+}[a-z' ]*)*");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void theInvocationNameKeepsAmazonsRules(String locale) {
        String name = ModelFile.languageModel(locale).path("invocationName").asText();
        assertTrue(name.matches("[a-z]+( [a-z]+)+"), "two or more lower-case words: " + name);
        for (String word : name.split(" ", -1)) {
            assertFalse(NOT_IN_AN_INVOCATION.contains(word), word + " must not be part of an invocation name");
        }
        assertTrue(name.length() >= 2 && name.length() <= 50);
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void everySampleIsSaidOnceAndSpeakable(String locale) {
        Set<String> seen = new HashSet<>();
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            for (String sample : ModelFile.texts(intent.path("samples"))) {
                assertTrue(seen.add(sample), "two samples are alike: " + sample);
                assertTrue(SAMPLE.matcher(sample).matches(), "a sample has a character that is not spoken: " + sample);
                assertEquals(sample.strip(), sample);
                assertFalse(
                        SLOT.matcher(sample).replaceAll("").isBlank(), "a slot alone swallows everything: " + sample);
            }
        }
        assertTrue(seen.size() > 20, "the model has lost its samples");
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void slotsInSamplesAreDeclaredAndDeclaredSlotsAreUsed(String locale) {
        JsonNode model = ModelFile.languageModel(locale);
        Set<String> types = new HashSet<>();
        model.path("types").forEach(type -> types.add(type.path("name").asText()));
        for (JsonNode intent : model.path("intents")) {
            Set<String> declared = new HashSet<>();
            for (JsonNode slot : intent.path("slots")) {
                declared.add(slot.path("name").asText());
                String type = slot.path("type").asText();
                assertTrue(types.contains(type) || type.startsWith("AMAZON."), "no type " + type);
                assertFalse(RESERVED_SLOTS.contains(slot.path("name").asText()));
            }
            assertEquals(declared, usedIn(intent), intent.path("name").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void everyIntentHasSamplesOrIsAmazons(String locale) {
        List<String> names = new ArrayList<>();
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            String name = intent.path("name").asText();
            names.add(name);
            assertTrue(name.startsWith("AMAZON.") || !intent.path("samples").isEmpty(), name + " cannot be said");
        }
        assertEquals(names.size(), new HashSet<>(names).size(), "an intent is there twice");
        for (String needed : List.of("Help", "Stop", "Cancel", "Fallback", "NavigateHome")) {
            assertTrue(names.contains("AMAZON." + needed + "Intent"), needed + " is demanded at certification");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void slotValuesAreToldApart(String locale) {
        for (JsonNode type : ModelFile.languageModel(locale).path("types")) {
            Set<String> seen = new HashSet<>();
            Set<String> ids = new HashSet<>();
            for (JsonNode value : type.path("values")) {
                assertTrue(ids.add(value.path("id").asText()), "an id is there twice");
                List<String> spoken =
                        new ArrayList<>(ModelFile.texts(value.path("name").path("synonyms")));
                spoken.add(value.path("name").path("value").asText());
                for (String word : spoken) {
                    assertTrue(seen.add(word.toLowerCase(Locale.ROOT)), "two values sound alike: " + word);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "en-US")
    void theDialogAsksOnlyForWhatExists(String locale) {
        JsonNode model =
                ModelFile.read("interactionModels/custom/" + locale + ".json").path("interactionModel");
        Set<String> prompts = new HashSet<>();
        model.path("prompts").forEach(prompt -> prompts.add(prompt.path("id").asText()));
        Set<String> intents = new HashSet<>();
        model.path("languageModel")
                .path("intents")
                .forEach(intent -> intents.add(intent.path("name").asText()));
        assertFalse(model.path("dialog").path("intents").isEmpty());
        for (JsonNode intent : model.path("dialog").path("intents")) {
            assertTrue(intents.contains(intent.path("name").asText()));
            intent.path("slots")
                    .forEach(slot -> assertTrue(prompts.contains(
                            slot.path("prompts").path("elicitation").asText())));
        }
    }

    private static Set<String> usedIn(JsonNode intent) {
        Set<String> used = new HashSet<>();
        for (String sample : ModelFile.texts(intent.path("samples"))) {
            Matcher slots = SLOT.matcher(sample);
            while (slots.find()) {
                used.add(slots.group(1));
            }
        }
        return used;
    }
}
