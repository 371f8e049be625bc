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
import org.junit.jupiter.params.provider.MethodSource;

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
            "the",
            "der",
            "die",
            "das",
            "mein",
            "meine",
            "frage",
            "sage",
            "starte",
            "le",
            "la",
            "les",
            "des",
            "de",
            "mes",
            "demande",
            "el",
            "los",
            "las",
            "mis",
            "pide",
            "il",
            "lo",
            "gli",
            "miei",
            "chiedi");
    private static final Set<String> RESERVED_SLOTS = Set.of("name", "id", "value", "slots", "intent");
    private static final Pattern SAMPLE = Pattern.compile("[\\p{Ll}'. -]*(\\{[a-z]+}[\\p{Ll}'. -]*)*");
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void theInvocationNameKeepsAmazonsRules(String locale) {
        String name = ModelFile.languageModel(locale).path("invocationName").asText();
        assertTrue(name.matches("\\p{Ll}+( \\p{Ll}+)+"), "two or more lower-case words: " + name);
        for (String word : name.split(" ", -1)) {
            assertFalse(NOT_IN_AN_INVOCATION.contains(word), word + " must not be part of an invocation name");
        }
        assertTrue(name.length() >= 2 && name.length() <= 50);
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void everySampleIsSaidOnceAndSpeakable(String locale) {
        Set<String> seen = new HashSet<>();
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            for (String sample : ModelFile.texts(intent.path("samples"))) {
                assertTrue(seen.add(sample), "two samples are alike: " + sample);
                assertTrue(SAMPLE.matcher(sample).matches(), "a sample has a character that is not spoken: " + sample);
                assertEquals(sample.strip(), sample);
                assertFalse(
                        SLOT.matcher(sample).replaceAll("").isBlank(), "a slot alone swallows everything: " + sample);
                assertEquals(
                        SLOT.matcher(sample).results().count(),
                        SLOT.matcher(sample)
                                .results()
                                .map(found -> found.group(1))
                                .distinct()
                                .count(),
                        () -> "a slot is there twice: " + sample);
                assertTrue(sample.length() <= 200, () -> "longer than anybody says: " + sample);
            }
        }
        assertTrue(seen.size() > 400, "the model has lost its samples");
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
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
    @MethodSource("ensemble.model.ModelFile#locales")
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
    @MethodSource("ensemble.model.ModelFile#locales")
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
    @MethodSource("ensemble.model.ModelFile#locales")
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
            boolean confirms = intent.path("confirmationRequired").asBoolean();
            assertEquals(
                    confirms,
                    prompts.contains(intent.at("/prompts/confirmation").asText("none")));
            for (JsonNode slot : intent.path("slots")) {
                boolean asks = slot.path("elicitationRequired").asBoolean();
                assertEquals(
                        asks, prompts.contains(slot.at("/prompts/elicitation").asText("none")), slot::toString);
            }
        }
    }

    /** Alexa would hear one of two intents, and nobody could say which. */
    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void whatAnElicitationTakesIsSpokenOnceInItsSlot(String locale) {
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            for (JsonNode slot : intent.path("slots")) {
                List<String> samples = ModelFile.texts(slot.path("samples"));
                assertEquals(samples.size(), new HashSet<>(samples).size(), slot::toString);
                String itself = "{" + slot.path("name").asText() + "}";
                assertTrue(
                        samples.stream().allMatch(sample -> sample.contains(itself)),
                        () -> "a sample of a slot must hold the slot: " + slot);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void onlyBuiltInIntentsAndTypesThatExistAreUsed(String locale) {
        Set<String> intents = Set.of(
                "AMAZON.HelpIntent",
                "AMAZON.StopIntent",
                "AMAZON.CancelIntent",
                "AMAZON.FallbackIntent",
                "AMAZON.NavigateHomeIntent",
                "AMAZON.YesIntent",
                "AMAZON.NoIntent",
                "AMAZON.RepeatIntent",
                "AMAZON.PauseIntent",
                "AMAZON.ResumeIntent",
                "AMAZON.NextIntent",
                "AMAZON.PreviousIntent");
        for (JsonNode intent : ModelFile.languageModel(locale).path("intents")) {
            String name = intent.path("name").asText();
            assertTrue(name.matches("[A-Za-z]+Intent") || intents.contains(name), name);
            assertTrue(!name.startsWith("AMAZON.") || intent.path("slots").isEmpty(), name + " cannot have slots");
            for (JsonNode slot : intent.path("slots")) {
                String type = slot.path("type").asText();
                assertTrue(!type.startsWith("AMAZON.") || type.equals("AMAZON.NUMBER"), type);
            }
        }
    }

    private static Set<String> usedIn(JsonNode intent) {
        Set<String> used = new HashSet<>();
        List<String> all = new ArrayList<>(ModelFile.texts(intent.path("samples")));
        intent.path("slots").forEach(slot -> all.addAll(ModelFile.texts(slot.path("samples"))));
        for (String sample : all) {
            Matcher slots = SLOT.matcher(sample);
            while (slots.find()) {
                used.add(slots.group(1));
            }
        }
        return used;
    }
}
