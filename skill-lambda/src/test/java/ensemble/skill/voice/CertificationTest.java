package ensemble.skill.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Amazon's reviewers check of a custom skill, for every intent of every locale. */
class CertificationTest {
    static final List<String> LOCALES = EveryIntent.LOCALES;

    private static final Optional<String> DEMO = Optional.of(Directives.TOKEN);
    private static final Optional<String> NOBODY = Optional.empty();

    /** These need no account: what is known of speakers and boxes, and how to go on or end. */
    private static final Set<String> FOR_ANYBODY =
            Set.of("CanLinkIntent", "AdviseIntent", "GuideIntent", "WhereIsCodeIntent");

    private final TestHouse test = new TestHouse();

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C1")
    void aLaunchGreetsAsksAndListens(String locale) {
        ObjectNode launch = Requests.launch(DEMO);
        ((ObjectNode) launch.path("request")).put("locale", locale);
        JsonNode answer = test.ask(launch);
        assertTrue(speech(answer).endsWith("?"), () -> speech(answer));
        assertTrue(isOpen(answer) && answer.path("response").has("reprompt"));
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies({"C2", "C6"})
    void everyIntentWorksAtOnceAndInASession(String locale) {
        String trouble = Phrases.of(Optional.of(locale), "r").say(Line.TROUBLE);
        for (String intent : EveryIntent.of(locale).keySet()) {
            for (boolean inSession : List.of(false, true)) {
                ObjectNode envelope = EveryIntent.filled(locale, intent, DEMO);
                JsonNode answer = new TestHouse().ask(inSession ? EveryIntent.inSession(envelope) : envelope);
                assertFalse(speech(answer).contains(trouble), () -> locale + " " + intent);
                assertAsksOnlyWhileListening(locale + " " + intent, answer);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C3")
    void helpGivesExamplesAndListens(String locale) {
        JsonNode answer = test.ask(EveryIntent.empty(locale, "AMAZON.HelpIntent", NOBODY));
        assertTrue(speech(answer).contains(":") && speech(answer).endsWith("?"), () -> speech(answer));
        assertTrue(isOpen(answer) && answer.path("response").has("reprompt"));
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C4")
    void stopAndCancelEndWithoutAReprompt(String locale) {
        for (String intent : List.of("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")) {
            JsonNode answer = test.ask(EveryIntent.empty(locale, intent, NOBODY));
            assertTrue(answer.at("/response/shouldEndSession").asBoolean(false), intent);
            assertFalse(answer.path("response").has("reprompt"), intent);
        }
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C5")
    void whatNobodyUnderstandsIsGuidedTwiceAndThenLetGo(String locale) {
        ObjectNode envelope = EveryIntent.empty(locale, "AMAZON.FallbackIntent", DEMO);
        for (int miss = 1; miss <= 2; miss++) {
            JsonNode answer = test.ask(envelope);
            assertTrue(isOpen(answer) && speech(answer).endsWith("?"), () -> speech(answer));
            continued(envelope, answer);
        }
        assertFalse(isOpen(test.ask(envelope)));
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C7")
    void missingUnknownAndAmbiguousSlotsAreAskedFor(String locale) {
        String trouble = Phrases.of(Optional.of(locale), "r").say(Line.TROUBLE);
        for (Map.Entry<String, List<String>> intent : EveryIntent.of(locale).entrySet()) {
            List<ObjectNode> envelopes = new ArrayList<>();
            envelopes.add(EveryIntent.empty(locale, intent.getKey(), DEMO));
            for (String slot : intent.getValue()) {
                for (String value : List.of("xyzzy", "speakers", "<&>", "?", "\u0000", "9".repeat(400))) {
                    ObjectNode envelope = EveryIntent.filled(locale, intent.getKey(), DEMO);
                    EveryIntent.fill(envelope, slot, value);
                    envelopes.add(envelope);
                }
            }
            for (ObjectNode envelope : envelopes) {
                JsonNode answer = new TestHouse().ask(envelope);
                assertFalse(speech(answer).contains(trouble), () -> envelope.toString());
                assertAsksOnlyWhileListening(envelope.path("request").toString(), answer);
            }
        }
        ObjectNode unknown = EveryIntent.empty(locale, "PlayOnGroupIntent", DEMO);
        EveryIntent.fill(unknown, "group", "xyzzy");
        JsonNode answer = test.ask(unknown);
        for (var group : Houses.CONFIG.groups()) {
            assertTrue(speech(answer).contains(group.name().text()), () -> speech(answer));
        }
    }

    @Test
    @Certifies("C8")
    void theEndOfASessionIsAnsweredWithoutAWord() {
        ObjectNode envelope = Requests.of("SessionEndedRequest", DEMO);
        ((ObjectNode) envelope.path("request")).put("reason", "USER_INITIATED");
        JsonNode response = test.ask(envelope).path("response");
        assertFalse(response.has("outputSpeech") || response.has("directives"), response.toString());
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C9")
    void theThreeExamplePhrasesCallTheSkillAndMeanSomething(String locale) {
        JsonNode phrases = EveryIntent.file("skill.json")
                .at("/manifest/publishingInformation/locales/" + locale + "/examplePhrases");
        assertEquals(3, phrases.size());
        JsonNode model = EveryIntent.languageModel(locale);
        for (JsonNode phrase : phrases) {
            String text = phrase.asText();
            int name = text.indexOf(model.path("invocationName").asText());
            assertTrue(text.startsWith("Alexa, ") && name > 0, text);
            List<String> samples = new ArrayList<>();
            model.path("intents").forEach(intent -> intent.path("samples").forEach(one -> samples.add(one.asText())));
            assertTrue(
                    samples.stream()
                            .anyMatch(sample -> text.matches(".*[ ']" + sample.replaceAll("\\{\\w+}", "[\\\\p{L} ]+"))),
                    text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&\"'", "a & b < c", "]]>", "<audio src='x'/>"})
    @Certifies("C10")
    void whatIsHeardIsNeverMarkupAndNeverTooLong(String heard) {
        for (Map.Entry<String, List<String>> intent : EveryIntent.of("en-US").entrySet()) {
            for (String slot : intent.getValue()) {
                ObjectNode envelope = EveryIntent.filled("en-US", intent.getKey(), DEMO);
                EveryIntent.fill(envelope, slot, heard);
                String ssml = new TestHouse()
                        .ask(envelope)
                        .at("/response/outputSpeech/ssml")
                        .asText();
                String inside = ssml.replaceAll("^<speak>|</speak>$", "");
                assertFalse(inside.contains("<") || inside.contains(">"), ssml);
                assertFalse(inside.replaceAll("&(amp|lt|gt|quot|apos);", "").contains("&"), ssml);
                assertTrue(ssml.length() < 8_000);
            }
        }
    }

    @Test
    @Certifies("C11")
    void aScreenIsUsedOnlyWhereThereIsOne() {
        for (String intent : EveryIntent.of("en-US").keySet()) {
            JsonNode answer = new TestHouse().ask(EveryIntent.filled("en-US", intent, DEMO));
            for (JsonNode directive : answer.at("/response/directives")) {
                assertFalse(directive.path("type").asText().startsWith("Alexa.Presentation"), intent);
            }
        }
        ObjectNode envelope = EveryIntent.filled("en-US", "WhereIsItPlayingIntent", DEMO);
        ((ObjectNode) envelope.at("/context/System"))
                .putObject("device")
                .put("deviceId", "d")
                .putObject("supportedInterfaces")
                .putObject("Alexa.Presentation.APL");
        JsonNode directive = test.ask(envelope).at("/response/directives/0");
        assertEquals(
                "Alexa.Presentation.APL.RenderDocument", directive.path("type").asText());
        assertEquals(4, directive.at("/datasources/status/rows").size());
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C12")
    void whoIsNotLinkedIsOfferedALinkWhereItIsNeeded(String locale) {
        for (String intent : EveryIntent.of(locale).keySet()) {
            JsonNode answer = test.ask(EveryIntent.filled(locale, intent, NOBODY));
            boolean needsNone = FOR_ANYBODY.contains(intent)
                    || intent.matches("AMAZON.(Help|Stop|Cancel|Fallback|" + "NavigateHome|Yes|No|Repeat)Intent");
            assertEquals(
                    needsNone ? "" : "LinkAccount",
                    answer.at("/response/card/type").asText().replace("Simple", ""),
                    () -> locale + " " + intent + " " + speech(answer));
        }
        assertEquals(List.of(), test.store.writes);
    }

    @Test
    @Certifies("C13")
    void beingAskedWhetherItCouldDoesNothing() {
        for (String intent : EveryIntent.of("en-US").keySet()) {
            ObjectNode envelope = EveryIntent.filled("en-US", intent, DEMO);
            ((ObjectNode) envelope.path("request")).put("type", "CanFulfillIntentRequest");
            test.ask(envelope);
        }
        assertEquals(List.of(), test.store.writes);
        assertEquals(List.of(), test.shadows.wishes);
    }

    @ParameterizedTest
    @FieldSource("LOCALES")
    @Certifies("C14")
    void noTwoSamplesAreAlikeAndNoneHasAnUnspokenCharacter(String locale) {
        Set<String> seen = new HashSet<>();
        for (JsonNode intent : EveryIntent.languageModel(locale).path("intents")) {
            for (JsonNode sample : intent.path("samples")) {
                assertTrue(seen.add(sample.asText()), () -> locale + " twice: " + sample);
                assertTrue(sample.asText().matches("[\\p{Ll}{}' .-]+"), () -> locale + " cannot be said: " + sample);
            }
            intent.path("slots")
                    .forEach(slot -> assertNotEquals("name", slot.path("name").asText(), "a reserved word"));
        }
    }

    @Test
    @Certifies("C15")
    void evenADeafBoxIsAnsweredForWellWithinEightSeconds() {
        for (String intent : EveryIntent.of("en-US").keySet()) {
            TestHouse deaf = new TestHouse();
            deaf.hub.deaf = true;
            deaf.ask(EveryIntent.filled("en-US", intent, DEMO));
            assertTrue(
                    deaf.time.passed().compareTo(Duration.ofSeconds(2)) < 0, () -> intent + " " + deaf.time.passed());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "es-ES", "it-IT"})
    @Certifies("C16")
    void theAnswerIsInTheLanguageOfTheQuestion(String locale) {
        for (String intent : EveryIntent.of(locale).keySet()) {
            String ours = speech(new TestHouse().ask(EveryIntent.filled(locale, intent, DEMO)));
            String english = speech(new TestHouse().ask(EveryIntent.filled("en-US", intent, DEMO)));
            assertTrue(ours.isEmpty() || !ours.equals(english), () -> intent + ": " + ours);
        }
    }

    private static void assertAsksOnlyWhileListening(String what, JsonNode answer) {
        JsonNode response = answer.path("response");
        boolean delegates = response.at("/directives/0/type").asText().equals("Dialog.Delegate");
        if (!delegates) {
            assertEquals(isOpen(answer), speech(answer).endsWith("?"), () -> what + ": " + speech(answer));
            assertEquals(isOpen(answer), response.has("reprompt"), () -> what + ": " + speech(answer));
        }
    }

    private static boolean isOpen(JsonNode answer) {
        JsonNode ends = answer.at("/response/shouldEndSession");
        return ends.isBoolean() && !ends.asBoolean();
    }

    private static String speech(JsonNode answer) {
        return answer.at("/response/outputSpeech/ssml").asText().replaceAll("^<speak>|</speak>$", "");
    }

    private static void continued(ObjectNode envelope, JsonNode answer) {
        ((ObjectNode) envelope.path("session")).put("new", false).set("attributes", answer.path("sessionAttributes"));
    }
}
