package ensemble.skill.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.Act;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversations of several turns, as people have them. */
class StoriesTest {
    private static final Optional<String> DEMO = Optional.of(Directives.TOKEN);

    private final TestHouse test = new TestHouse();
    private Optional<JsonNode> before = Optional.empty();
    private int requests;

    @Test
    void aGroupIsMadeStepByStepAndPlays() {
        assertTrue(say("CreateGroupIntent", Map.of()).endsWith("called?"));
        assertTrue(say("CreateGroupIntent", Map.of("called", "sunny corner")).contains("belong to Sunny corner"));
        String question = say("CreateGroupIntent", Map.of("called", "sunny corner", "speaker", "deck and patio left"));
        assertEquals("Shall I create Sunny corner with Patio Left and Deck?", question);
        assertFalse(test.house().config().groups().stream()
                .anyMatch(group -> group.name().text().equals("Sunny corner")));
        assertTrue(say("AMAZON.YesIntent", Map.of()).contains("Sunny corner"));
        say("PlayOnGroupIntent", Map.of("group", "the sunny corner"));
        assertEquals(Set.of(Houses.LEFT, Houses.DECK), test.shadows.lastWish().playing());
    }

    @Test
    void aNoKeepsTheGroup() {
        assertTrue(say("DeleteGroupIntent", Map.of("group", "patio")).endsWith("?"));
        assertTrue(say("AMAZON.NoIntent", Map.of()).contains("left everything as it was"));
        assertTrue(test.house().config().group(Houses.PATIO).isPresent());
    }

    @Test
    void aYesDeletesTheGroupAndLeavesItsSpeakers() {
        say("DeleteGroupIntent", Map.of("group", "patio"));
        assertTrue(say("AMAZON.YesIntent", Map.of()).contains("Patio is gone"));
        assertTrue(test.house().config().group(Houses.PATIO).isEmpty());
        assertEquals(4, test.house().config().speakers().size());
    }

    @Test
    void aYesThatComesLaterIsNoYes() {
        say("DeleteGroupIntent", Map.of("group", "patio"));
        say("ListGroupsIntent", Map.of());
        assertTrue(say("AMAZON.YesIntent", Map.of()).contains("haven't asked you"));
        assertTrue(test.house().config().group(Houses.PATIO).isPresent());
    }

    @Test
    void aVolumeBeyondTheScaleIsAskedAgain() {
        assertTrue(say("SetVolumeIntent", Map.of("target", "kitchen", "level", "140"))
                .endsWith("How loud?"));
        assertEquals(java.util.List.of(), test.shadows.wishes);
        assertTrue(say("SetVolumeIntent", Map.of("target", "kitchen", "level", "40"))
                .contains("40"));
        assertEquals(40, test.shadows.lastWish().of(Houses.SHELF).volume().points());
    }

    @Test
    void identifyIsATicketForThatSpeaker() {
        say("IdentifySpeakerIntent", Map.of("speaker", "deck"));
        var ticket = test.shadows.lastWish().tickets().getLast();
        assertEquals(Act.IDENTIFY, ticket.act());
        assertEquals("deck", ticket.subject());
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', From now on",
        "204, REJECTED_BY_CUSTOMER, no routine",
        "204, AUTOMATION_ALREADY_ENABLED, From now on",
        "500, '', couldn't offer"
    })
    void onlyARoutineThatWasTakenIsCalledOne(String code, String reason, String words) {
        say("OfferRoutineIntent", Map.of("group", "patio"));
        JsonNode handedOver = ask("AMAZON.YesIntent", Map.of());
        JsonNode directive = handedOver.at("/response/directives/0");
        assertEquals("Connections.StartConnection", directive.path("type").asText());
        assertEquals(
                "connection://AMAZON.OfferAutomation/1", directive.path("uri").asText());
        assertEquals(
                "play on patio",
                directive.at("/input/automation/trigger/payload/utterances/0").asText());
        ObjectNode resumed = Requests.of("SessionResumedRequest", DEMO);
        ObjectNode cause = ((ObjectNode) resumed.path("request")).putObject("cause");
        cause.put("type", "ConnectionCompleted")
                .put("token", directive.path("token").asText());
        cause.putObject("status").put("code", code).put("message", "m");
        cause.putObject("result").putObject("offerAutomationResponse").put("reason", reason);
        assertTrue(speech(test.ask(resumed)).contains(words), () -> speech(test.ask(resumed)));
    }

    @Test
    void theRoutinesTaskMovesTheMusic() {
        ObjectNode launch = Requests.launch(DEMO);
        ObjectNode task = ((ObjectNode) launch.path("request")).putObject("task");
        task.put("name", Requests.SKILL + ".PlayOnGroup").put("version", "1");
        task.putObject("input").put("group", "patio");
        JsonNode answer = test.ask(launch);
        assertTrue(speech(answer).contains("laying on Patio"), () -> speech(answer));
        assertEquals(
                "Tasks.CompleteTask", answer.at("/response/directives/0/type").asText());
        assertEquals(Set.of(Houses.LEFT, Houses.RIGHT), test.shadows.lastWish().playing());
    }

    private String say(String intent, Map<String, String> slots) {
        return speech(ask(intent, slots));
    }

    private JsonNode ask(String intent, Map<String, String> slots) {
        ObjectNode envelope = Requests.intent(intent, DEMO);
        ((ObjectNode) envelope.path("request")).put("requestId", "r-" + ++requests);
        slots.forEach((slot, value) -> EveryIntent.fill(envelope, slot, value));
        before.ifPresent(answer -> ((ObjectNode) envelope.path("session"))
                .put("new", false)
                .set("attributes", answer.path("sessionAttributes")));
        JsonNode answer = test.ask(envelope);
        before = Optional.of(answer);
        return answer;
    }

    private static String speech(JsonNode answer) {
        return answer.at("/response/outputSpeech/ssml").asText().replaceAll("^<speak>|</speak>$", "");
    }
}
