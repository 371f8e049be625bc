package ensemble.skill.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.LinkState;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.fake.WaitingBox;
import ensemble.skill.household.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new box is linked in a conversation, well and badly. */
class LinkBoxStoriesTest {
    private static final UserId ANN = new UserId("ann");
    private static final String LINK = "LinkBoxIntent";
    private static final String YES = "AMAZON.YesIntent";

    private final TestHouse test = new TestHouse();
    private final WaitingBox box = new WaitingBox(test);
    private Optional<JsonNode> before = Optional.empty();
    private int requests;

    @BeforeEach
    void aBoxOfNobodyShowsACode() throws IOException {
        test.store.remove(Houses.DEMO);
        box.opens();
    }

    @Test
    void theCodeIsAskedForInTwoGroupsAndThenTheBoxAsks() throws IOException {
        assertTrue(say(LINK, Map.of()).endsWith("what are the first four?"));
        assertEquals("code", elicited());
        assertTrue(say(LINK, Map.of("code", "4821")).endsWith("last four digits?"));
        assertEquals("rest", elicited());
        String asks = say(LINK, Map.of("code", "4821", "rest", "7733"));
        int number = test.shadows.asks.getFirst().number();
        assertTrue(asks.contains("number " + number) && asks.endsWith("Have you pressed it?"), asks);
        assertTrue(say(YES, Map.of()).contains("still waits"));
        box.confirms();
        assertEquals(
                "The box is linked. It plays on Deck and Kitchen Shelf. Say: create a group, to name some together.",
                say(YES, Map.of()));
        assertTrue(say("ListSpeakersIntent", Map.of()).contains("Deck"));
    }

    @ParameterizedTest
    @CsvSource({"48217733, ''", "4821773, 3", "48, 217733", "4821 7733, ''", "4, 8217733"})
    void eightDigitsAreACodeHoweverTheyAreSplit(String code, String rest) {
        String asks = say(LINK, rest.isEmpty() ? Map.of("code", code) : Map.of("code", code, "rest", rest));
        assertTrue(asks.endsWith("Have you pressed it?"), asks);
    }

    @Test
    void whatIsNoGroupOfFourIsAskedForAgainAndThenLetGo() {
        assertTrue(say(LINK, Map.of("code", "12")).contains("one by one. What are the first four?"));
        assertEquals("code", elicited());
        assertTrue(say(LINK, Map.of("code", "4821")).endsWith("last four digits?"));
        assertTrue(say(LINK, Map.of("code", "4821", "rest", "77")).contains("one by one. What are the last four?"));
        assertEquals("rest", elicited());
        assertTrue(say(LINK, Map.of("code", "4821", "rest", "0077")).contains("still didn't get that"));
        assertEquals(0, test.shadows.asks.size());
    }

    @Test
    void whoDoesNotFindTheCodeIsToldWhereItIs() {
        say(LINK, Map.of());
        assertTrue(say("WhereIsCodeIntent", Map.of()).contains("Show a code"));
        assertEquals("code", elicited());
        assertEquals(
                LINK,
                before.orElseThrow()
                        .at("/response/directives/0/updatedIntent/name")
                        .asText());
        assertTrue(say(LINK, Map.of("code", "48217733")).endsWith("Have you pressed it?"));
    }

    /** Whether a code was wrong, is over, or was said by somebody else, is heard by nobody. */
    @Test
    void wrongOverAndTakenSoundAlike() {
        String wrong = say(LINK, Map.of("code", "48217734"));
        before = Optional.empty();
        test.time.pass(Duration.ofMinutes(11));
        String over = say(LINK, Map.of("code", "48217733"));
        assertEquals(wrong, over);
        assertTrue(wrong.contains("No box waits with that code"), wrong);
    }

    @Test
    void aSixthWrongCodeIsNotLookedUp() {
        for (int i = 0; i < 5; i++) {
            assertTrue(say(LINK, Map.of("code", "1000100" + i)).contains("No box waits"));
        }
        assertTrue(say(LINK, Map.of("code", "48217733")).contains("quarter of an hour"));
        assertEquals(0, test.shadows.asks.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "LATE"})
    void aNoAtTheBoxOrNobodyThereIsTold(String how) throws IOException {
        say(LINK, Map.of("code", "48217733"));
        box.ends(LinkState.valueOf(how));
        assertTrue(say(YES, Map.of()).contains("wasn't told yes in time"));
    }

    @Test
    void whoNeverPressesIsLetGoAndTheBoxMayStillBeTold() throws IOException {
        say(LINK, Map.of("code", "48217733"));
        assertTrue(say("AMAZON.NoIntent", Map.of()).contains("still waits"));
        say("AMAZON.NoIntent", Map.of());
        assertTrue(say("AMAZON.NoIntent", Map.of()).contains("Take your time"));
        box.confirms();
        assertEquals(Houses.HUB, test.store.house(ANN).hub());
    }

    @Test
    void helpBesideTheQuestionKeepsItOpen() throws IOException {
        say(LINK, Map.of("code", "48217733"));
        assertTrue(say("AMAZON.HelpIntent", Map.of()).contains("Have you pressed it?"));
        box.confirms();
        assertTrue(say(YES, Map.of()).startsWith("The box is linked."));
    }

    @Test
    void aBoxOfAnotherAccountStaysThere() throws Exception {
        assertTrue(test.store.create(Houses.DEMO, Houses.HUB, Houses.CONFIG));
        assertTrue(say(LINK, Map.of("code", "48217733")).contains("belongs to another account"));
    }

    @Test
    void whoHasABoxIsToldThatOneIsAll() throws Exception {
        box.opens();
        say(LINK, Map.of("code", "48217733"));
        box.confirms();
        before = Optional.empty();
        assertTrue(say(LINK, Map.of("code", "48217733")).contains("has a speaker box already"));
    }

    @Test
    void aStoreThatIsAwayIsATroubleOfOurs() {
        test.claims.away = true;
        assertTrue(say(LINK, Map.of("code", "48217733")).contains("something on our side"));
    }

    /** The session comes from outside: what was put into it there reaches no box. */
    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAAAAAAAAAAAAAAAAAAAA"})
    void aSessionOfSomebodyElseSaysNothing(String key) {
        say(LINK, Map.of("code", "48217733"));
        ObjectNode attributes =
                (ObjectNode) before.orElseThrow().path("sessionAttributes").path("asked");
        attributes.put("key", key);
        assertTrue(say(YES, Map.of()).contains("wasn't told yes in time"));
    }

    @Test
    void theCodeIsNowhereBesideTheQuestion() {
        JsonNode answer = ask(LINK, Map.of("code", "48217733"));
        assertFalse(answer.toString().contains("48217733"), answer.toString());
        assertFalse(answer.at("/response/outputSpeech").toString().contains("4821"));
    }

    private String elicited() {
        return before.orElseThrow().at("/response/directives/0/slotToElicit").asText();
    }

    private String say(String intent, Map<String, String> slots) {
        return ask(intent, slots)
                .at("/response/outputSpeech/ssml")
                .asText()
                .replaceAll("^<speak>|</speak>$", "")
                .replace("&apos;", "'");
    }

    private JsonNode ask(String intent, Map<String, String> slots) {
        ObjectNode envelope = Requests.intent(intent, Optional.of("token-of-ann"));
        ((ObjectNode) envelope.path("request")).put("requestId", "r-" + ++requests);
        slots.forEach((slot, value) -> EveryIntent.fill(envelope, slot, value));
        before.ifPresent(answer -> ((ObjectNode) envelope.path("session"))
                .put("new", false)
                .set("attributes", answer.path("sessionAttributes")));
        JsonNode answer = test.ask(envelope);
        before = Optional.of(answer);
        return answer;
    }
}
