package ensemble.skill.voice;

import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
    private static final Optional<String> DEMO = Optional.of(Directives.TOKEN);
    private static final String PLAY = "PlayOnGroupIntent";
    private static final String SYNC = "IsGroupInSyncIntent";

    private final TestHouse test = new TestHouse();

    @Test
    void launchGreetsAndAsks() {
        assertAsks("Which group?", test.ask(Requests.launch(DEMO)));
    }

    @Test
    void theMusicMoves() {
        test.ask(Requests.group(PLAY, "kitchen"));
        assertEquals(Set.of(SHELF), test.shadows.lastWish().playing());
        JsonNode answer = test.ask(withId("r-2", Requests.group(PLAY, "the back yard")));
        assertSays("laying on Backyard speakers.", answer);
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
    }

    @Test
    void everywhereIsEverySpeaker() {
        assertSays("laying on all speakers.", test.ask(Requests.group(PLAY, "everywhere")));
        assertEquals(4, test.shadows.lastWish().playing().size());
    }

    @Test
    void whatIsMissingIsSaid() {
        test.hub.away.add(DECK);
        assertSays(
                "Playing on Backyard speakers, but Deck can't be reached.", test.ask(Requests.group(PLAY, "backyard")));
    }

    @Test
    void aSlowHubIsOnItsWay() {
        test.hub.deaf = true;
        assertTells(
                "It's on its way to Kitchen. The speaker box hasn't answered yet.",
                test.ask(Requests.group(PLAY, "kitchen")));
    }

    @Test
    void anOfflineHubIsSaidSinceWhenAndNothingIsWritten() {
        test.hubIsOffline();
        assertTells(
                "The speaker box has been offline for 5 minutes. I've changed nothing.",
                test.ask(Requests.group(PLAY, "kitchen")));
        assertEquals(List.of(), test.store.writes);
    }

    @Test
    void aFaultIsSaidInWords() {
        test.hub.fault = Optional.of(FaultKind.NO_SOUND);
        assertTells(
                "The speaker box has no sound at the moment, so I've left everything as it was.",
                test.ask(Requests.group(PLAY, "kitchen")));
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAY, SYNC})
    void anUnknownGroupListsTheKnownOnesAndAsks(String intent) {
        JsonNode answer = test.ask(Requests.group(intent, "attic <b>&"));
        assertAsks("You have Kitchen, Patio, Backyard speakers, and All speakers. Which one?", answer);
        assertTrue(speech(answer).contains("attic &lt;b&gt;&amp;"));
        JsonNode directive = answer.at("/response/directives/0");
        assertEquals("Dialog.ElicitSlot", directive.path("type").asText());
        assertEquals("group", directive.path("slotToElicit").asText());
        assertTrue(directive.at("/updatedIntent/slots/group/value").isMissingNode()
                || directive.at("/updatedIntent/slots/group/value").isNull());
    }

    @Test
    void aMissingGroupIsAskedFor() {
        assertAsks("Which group: Kitchen, Patio", test.ask(Requests.intent(PLAY, DEMO)));
    }

    @Test
    void whoIsNeverUnderstoodIsLetGo() {
        ObjectNode envelope = Requests.intent("AMAZON.FallbackIntent", DEMO);
        JsonNode first = test.ask(envelope);
        assertAsks("What would you like?", first);
        JsonNode second = test.ask(continued(envelope, first));
        assertAsks("What would you like?", second);
        assertTrue(test.ask(continued(envelope, second))
                .at("/response/shouldEndSession")
                .asBoolean());
    }

    @Test
    void helpAsksAndStopEndsWithoutAnAccount() {
        assertAsks("What would you like?", test.ask(Requests.intent("AMAZON.HelpIntent", Optional.empty())));
        for (String end : List.of("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")) {
            assertSays("", test.ask(Requests.intent(end, Optional.empty())));
        }
    }

    @Test
    void theEndOfASessionIsAnsweredWithoutAWord() {
        ObjectNode envelope = Requests.of("SessionEndedRequest", DEMO);
        ((ObjectNode) envelope.path("request")).put("reason", "USER_INITIATED");
        JsonNode answer = test.ask(envelope);
        assertFalse(answer.path("response").has("outputSpeech"), answer.toString());
        assertFalse(answer.path("response").has("directives"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "expired", "rubbish"})
    void withoutALinkedAccountACardOffersOne(String token) {
        Optional<String> given = Optional.of(token).filter(value -> !value.isEmpty());
        for (ObjectNode envelope : List.of(Requests.intent(PLAY, given), Requests.intent(SYNC, given))) {
            JsonNode answer = test.ask(envelope);
            assertEquals("LinkAccount", answer.at("/response/card/type").asText());
            assertTrue(speech(answer).contains("link"));
            assertTrue(answer.at("/response/shouldEndSession").asBoolean());
        }
    }

    @Test
    void anOutageNeverOffersTheCard() {
        JsonNode answer = test.ask(Requests.intent(PLAY, Optional.of("unavailable")));
        assertTrue(answer.at("/response/card").isMissingNode());
        test.store.away = true;
        assertTells(
                "Sorry, something on our side isn't answering. Please try again in a moment.",
                test.ask(Requests.group(PLAY, "kitchen")));
    }

    @Test
    void whoOwnsNoHouseIsTold() {
        assertTells(
                "Your account has no speaker box yet. Set one up first, then ask me again.",
                test.ask(Requests.intent(PLAY, Optional.of("token-of-nobody"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_SYNC      | Yes, the Kitchen group is in sync: its speakers were within 0.4 milliseconds, "
                        + "give or take 0.05 milliseconds, 2 minutes ago.",
                "DRIFTING     | Not quite: the Kitchen group is drifting. Its speakers were within 0.4 milliseconds, "
                        + "give or take 0.05 milliseconds, 2 minutes ago. The goal is 5 milliseconds. "
                        + "To mend it, say: line up Kitchen.",
                "OUT_OF_SYNC  | No, the Kitchen group is out of sync: its speakers were within 0.4 milliseconds, "
                        + "give or take 0.05 milliseconds, 2 minutes ago. The goal is 5 milliseconds. "
                        + "To mend it, say: line up Kitchen.",
                "ALIGNING     | The Kitchen group is being lined up right now. Ask me again in a minute.",
                "UNKNOWN      | I can't tell whether the Kitchen group is in sync: the last measurement, 2 minutes ago, "
                        + "is too old to count. To measure it, say: line up Kitchen."
            })
    void syncIsToldWithItsNumberItsAgeAndItsDoubt(SyncStatus status, String sentence) {
        GroupSync.Measured measured = new GroupSync.Measured(400, 50, FakeTime.START.minus(Duration.ofMinutes(2)));
        report(KITCHEN, new GroupSync(status, Optional.of(measured)));
        assertTells(sentence, test.ask(Requests.group(SYNC, "kitchen")));
    }

    @Test
    void whatWasNeverMeasuredIsNotFine() {
        String unknown = "I can't tell whether the Backyard speakers group is in sync: it hasn't been measured. "
                + "To measure it, say: line up Backyard speakers.";
        assertTells(unknown, test.ask(Requests.group(SYNC, "backyard")));
        report(KITCHEN, GroupSync.UNKNOWN);
        assertTells(unknown, test.ask(Requests.group(SYNC, "backyard")));
    }

    @Test
    void ofAHubThatIsAwayNothingIsClaimed() {
        test.hubIsOffline();
        assertTrue(speech(test.ask(Requests.group(SYNC, "kitchen"))).contains("offline"));
        assertEquals(0, test.shadows.reads);
    }

    @Test
    void aLanguageWeDoNotSpeakIsAnsweredInEnglish() {
        ObjectNode envelope = Requests.group(PLAY, "kitchen");
        ((ObjectNode) envelope.path("request")).put("locale", "ja-JP");
        assertSays("laying on Kitchen.", test.ask(envelope));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "110 | The sound is about 110 milliseconds behind the Echo.",
                "326 | The sound is about 326 milliseconds behind the Echo: too late for films and videos."
            })
    void howLateAGroupIsIsToldWithWhatItIsNotFor(double millis, String sentence) {
        GroupSync.Measured measured = new GroupSync.Measured(400, 50, FakeTime.START);
        report(
                KITCHEN,
                new GroupSync(SyncStatus.IN_SYNC, Optional.of(measured), Optional.empty(), OptionalDouble.of(millis)));

        String told = speech(test.ask(Requests.group(SYNC, "kitchen")));

        assertTrue(told.contains(sentence), told);
    }

    private void report(GroupId group, GroupSync sync) {
        TreeMap<GroupId, GroupSync> groups = new TreeMap<>();
        groups.put(group, sync);
        test.shadows.report(new SyncReport(groups, new TreeMap<>()));
    }

    private static ObjectNode withId(String id, ObjectNode envelope) {
        ((ObjectNode) envelope.path("request")).put("requestId", id);
        return envelope;
    }

    private static ObjectNode continued(ObjectNode envelope, JsonNode answer) {
        ((ObjectNode) envelope.path("session")).put("new", false).set("attributes", answer.path("sessionAttributes"));
        return envelope;
    }

    private static void assertTells(String sentence, JsonNode answer) {
        assertEquals("<speak>" + sentence + "</speak>", speech(answer));
        assertTrue(answer.at("/response/shouldEndSession").asBoolean(), "a statement ends the session");
        assertFalse(answer.path("response").has("reprompt"));
        assertFalse(sentence.endsWith("?"));
    }

    private static void assertSays(String part, JsonNode answer) {
        assertTrue(speech(answer).contains(part), () -> speech(answer));
        assertTrue(answer.at("/response/shouldEndSession").asBoolean(), "a statement ends the session");
    }

    private static void assertAsks(String part, JsonNode answer) {
        assertTrue(speech(answer).contains(part), () -> answer.toString());
        assertTrue(speech(answer).endsWith("?</speak>"));
        assertFalse(answer.at("/response/shouldEndSession").asBoolean(true), "a question keeps the session open");
        assertTrue(answer.at("/response/reprompt/outputSpeech/ssml").asText().endsWith("?</speak>"));
    }

    private static String speech(JsonNode answer) {
        return answer.at("/response/outputSpeech/ssml").asText();
    }
}
