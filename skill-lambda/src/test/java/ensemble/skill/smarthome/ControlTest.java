package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.FaultKind;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ControlTest {
    private static final String POWER = "Alexa.PowerController";
    private static final String PLAYBACK = "Alexa.PlaybackController";

    private final TestHouse test = new TestHouse();

    static List<Arguments> directives() {
        return List.of(
                Arguments.of(POWER, "TurnOn", BACKYARD, Set.of(SHELF, LEFT, RIGHT, DECK), "ON", "PLAYING"),
                Arguments.of(POWER, "TurnOff", KITCHEN, Set.of(), "OFF", "STOPPED"),
                Arguments.of(PLAYBACK, "Play", BACKYARD, Set.of(LEFT, RIGHT, DECK), "ON", "PLAYING"),
                Arguments.of(PLAYBACK, "Stop", KITCHEN, Set.of(), "OFF", "STOPPED"),
                Arguments.of(PLAYBACK, "Pause", KITCHEN, Set.of(SHELF), "ON", "PAUSED"));
    }

    /** The kitchen plays when it begins. */
    @ParameterizedTest
    @MethodSource("directives")
    void eachDirectiveIsOneWishAndAnswersTheWholeState(
            String namespace, String name, GroupId group, Set<SpeakerId> playing, String power, String playback) {
        test.ask(Directives.to(KITCHEN, POWER, "TurnOn", "m-0"));
        test.shadows.wishes.clear();
        JsonNode answer = test.ask(Directives.to(group, namespace, name, "m-1"));
        assertEquals(1, test.shadows.wishes.size());
        assertEquals(playing, test.shadows.lastWish().playing());
        assertEquals("Response", answer.at("/event/header/name").asText());
        assertEquals(
                Directives.CORRELATION,
                answer.at("/event/header/correlationToken").asText());
        assertEquals(
                Endpoints.idOf(Houses.DEMO, group),
                answer.at("/event/endpoint/endpointId").asText());
        assertNotEquals("m-1", answer.at("/event/header/messageId").asText());
        assertEquals(power, property(answer, "powerState").asText());
        assertEquals(playback, property(answer, "playbackState").path("state").asText());
        assertEquals("OK", property(answer, "connectivity").path("value").asText());
        AlexaSchema.check(answer);
    }

    @Test
    void anOfflineHubIsAnUnreachableBridge() {
        test.hubIsOffline();
        assertError("BRIDGE_UNREACHABLE", turnOn());
        assertEquals(List.of(), test.store.writes);
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void aFaultIsAnErrorOfItsOwnKind(FaultKind fault) {
        test.hub.fault = Optional.of(fault);
        String expected =
                switch (fault) {
                    case NO_SOUND -> "HARDWARE_MALFUNCTION";
                    case SHARED_OUTPUT -> "NOT_SUPPORTED_IN_CURRENT_MODE";
                    case SPEAKERS_AWAY, EXPIRED, UNKNOWN_SPEAKER -> "ENDPOINT_UNREACHABLE";
                };
        assertError(expected, turnOn());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void aSilentHubIsUnreachableOnceTheWishIsTakenBack() {
        test.hub.deaf = true;
        assertError("ENDPOINT_UNREACHABLE", turnOn());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void withAGrantASilentHubDefersTheAnswer() {
        test.hub.deaf = true;
        test.isGranted();
        JsonNode answer = turnOn();
        assertEquals("DeferredResponse", answer.at("/event/header/name").asText());
        assertFalse(answer.path("event").has("endpoint"));
        assertEquals(List.of("route 1", "pending 1"), test.store.writes);
        assertEquals(1, test.house().pending().getFirst().n());
        AlexaSchema.check(answer);
    }

    @Test
    void anAnswerBetweenTheLastLookAndTheDeferralIsGivenAtOnce() {
        test.isGranted();
        test.hub.deaf = true;
        // The look behind the pending row is the third; the hub speaks just before it.
        test.shadows.listener = wish -> test.time.in(
                java.time.Duration.ofMillis(1_150), () -> test.shadows.reportAfterReads(2, test.hub.reportOf(wish)));
        JsonNode answer = turnOn();
        assertEquals("Response", answer.at("/event/header/name").asText());
        assertEquals(List.of(), test.house().pending());
    }

    @Test
    void anOutageIsInternalAndNeverUnlinks() {
        test.store.away = true;
        assertError("INTERNAL_ERROR", turnOn());
        test.store.away = false;
        test.shadows.away = true;
        assertError("INTERNAL_ERROR", turnOn());
    }

    @Test
    void theSameMessageTwiceIsOneWish() {
        turnOn();
        turnOn();
        assertEquals(1, test.house().route().n());
    }

    private JsonNode turnOn() {
        return test.ask(Directives.to(BACKYARD, POWER, "TurnOn", "m-1"));
    }

    static void assertError(String type, JsonNode answer) {
        assertEquals("ErrorResponse", answer.at("/event/header/name").asText(), answer.toString());
        assertEquals(type, answer.at("/event/payload/type").asText());
        AlexaSchema.check(answer);
    }

    static JsonNode property(JsonNode answer, String name) {
        for (JsonNode property : answer.at("/context/properties")) {
            if (property.path("name").asText().equals(name)) {
                return property.path("value");
            }
        }
        throw new AssertionError("no " + name + " in " + answer);
    }
}
