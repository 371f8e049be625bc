package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sentence goes in at Alexa's end, sound moves at the room's, and the truth about it comes back. Real DynamoDB Local, real
 * MQTT over mutual TLS, the gateway as a process of its own. One house lives through all of it, in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class HouseStories {
    private static final int KITCHEN = 0;
    private static final int DECK = 3;

    /** A Bluetooth speaker goes on sounding for its own latency after its sink has fallen silent. */
    private static final double SLOWEST_SPEAKER_SECONDS = 0.25;

    private @Nullable TestHouse running;

    abstract boolean onAudioServer();

    abstract String graph();

    @BeforeAll
    void theHouseRuns(@TempDir Path data) throws Exception {
        running = TestHouse.start(data, onAudioServer());
    }

    @AfterAll
    void theHouseEnds() {
        if (running != null) {
            running.close();
        }
    }

    private TestHouse house() {
        return Objects.requireNonNull(running, "the house did not start");
    }

    @Test
    @Order(1)
    void nothingPlaysAtFirst() throws Exception {
        JsonNode hub = house().status().path("hub");
        assertTrue(hub.path("online").asBoolean());
        assertTrue(hub.path("graph").asText().startsWith(graph()), hub.toString());

        Take take = house().record(0.5);
        for (int channel = KITCHEN; channel <= DECK; channel++) {
            assertTrue(take.isSilent(channel), "channel " + channel);
        }
    }

    @Test
    @Order(2)
    void turningOnTheBackyardIsHeardThereAndNowhereElse() throws Exception {
        JsonNode said = house().say("Alexa, turn on backyard speakers");
        assertEquals("done", said.path("outcome").asText(), said.toString());
        assertEquals("smart-home", said.path("route").asText());
        assertEquals("TurnOn", said.path("request").asText());
        assertEquals(1, said.path("n").asLong());

        Take take = house().record(3);
        assertTrue(take.isSilent(KITCHEN));
        for (int channel = 1; channel <= DECK; channel++) {
            assertTrue(
                    take.soundsThroughoutAfter(SLOWEST_SPEAKER_SECONDS, channel), "channel " + channel + " has a gap");
            assertTrue(take.likenessToProgram(channel) > 0.98, "channel " + channel + " is not the tune");
        }
        JsonNode status = house().status();
        assertEquals(1, status.path("answered").asLong());
        assertEquals(
                "UNKNOWN",
                status.path("groups").path(2).path("sync").path("status").asText());
        assertTrue(status.path("groups").path(2).path("active").asBoolean());
    }

    @Test
    @Order(3)
    void theSkillMovesTheMusicToTheKitchen() throws Exception {
        JsonNode said = house().say("Alexa, ask speaker groups to play on the kitchen");
        assertEquals("done", said.path("outcome").asText(), said.toString());
        assertEquals("skill", said.path("route").asText());
        assertEquals("PlayOnGroupIntent", said.path("request").asText());

        Take take = house().record(3);
        assertTrue(take.soundsThroughoutAfter(SLOWEST_SPEAKER_SECONDS, KITCHEN));
        assertTrue(take.likenessToProgram(KITCHEN) > 0.98);
        for (int channel = 1; channel <= DECK; channel++) {
            assertTrue(take.isSilentAfter(SLOWEST_SPEAKER_SECONDS, channel), "channel " + channel + " still sounds");
        }
    }

    @Test
    @Order(4)
    void askedWhetherItIsInSyncTheSkillSaysThatItWasNotMeasured() throws Exception {
        JsonNode said = house().say("ask speaker groups if the backyard is in sync");

        assertEquals("IsGroupInSyncIntent", said.path("request").asText());
        assertTrue(said.path("speech").asText().contains("measured"), said.toString());
    }

    @Test
    @Order(5)
    void aSpeakerThatLeavesIsSaidToBeAwayAndComesBackPlaying() throws Exception {
        house().say("turn on backyard speakers");
        house().post("/room/set", "{\"speaker\": \"Deck\", \"drop\": true}");
        house().until(
                        "the deck is away",
                        () -> !house().speaker("deck").path("connected").asBoolean(true));
        assertTrue(house().record(1).soundsThroughout(1), "the others play on");

        house().post("/room/set", "{\"speaker\": \"deck\", \"return\": true}");
        house().until(
                        "the deck plays",
                        () -> house().speaker("deck").path("playing").asBoolean());
        house().until("the deck is heard", () -> house().record(0.5).soundsThroughout(DECK));
    }

    @Test
    @Order(6)
    void aBoxThatLostItsPowerIsSaidToBeOfflineAndConvergesWhenItIsBack() throws Exception {
        house().say("ask speaker groups to play on patio");
        house().post("/hub/kill", "");
        house().until(
                        "the cloud knows",
                        () -> !house().status().path("hub").path("online").asBoolean());

        JsonNode said = house().say("turn on kitchen");
        assertEquals("cannot", said.path("outcome").asText(), said.toString());
        assertTrue(house().speaker("patio-left").path("playing").isNull(), "nobody knows what plays");
        long wish = house().status().path("wish").asLong();

        house().post("/hub/start", "");
        house().until(
                        "the patio plays",
                        () -> house().speaker("patio-left").path("playing").asBoolean());
        assertFalse(
                house().speaker("kitchen-shelf").path("playing").asBoolean(), "a failed command never takes effect");
        assertEquals(wish, house().status().path("answered").asLong());
        house().until("it is heard", () -> house().record(0.5).soundsThroughout(1));
    }

    @Test
    @Order(7)
    void turningEverythingOffIsSilence() throws Exception {
        JsonNode said = house().say("turn off all speakers");
        assertEquals("done", said.path("outcome").asText(), said.toString());

        Take take = house().record(1.5);
        for (int channel = KITCHEN; channel <= DECK; channel++) {
            assertTrue(take.isSilentAfter(SLOWEST_SPEAKER_SECONDS, channel), "channel " + channel);
        }
    }

    @Test
    @Order(8)
    void theGatewayHoldsNothingOfTheRoomOrTheCloud() throws Exception {
        Belongings.of(house().status().path("hub").path("pid").asLong())
                .assertOnly(house().data(), house().port() + 1, house().port() + 2);
    }

    @Test
    @Order(9)
    void whatAlexaWasToldProactivelyIsKept() throws Exception {
        JsonNode events = TestHouse.json(house().get("/events"));
        assertTrue(events.toString().contains("ChangeReport"), "no ChangeReport among " + events.size());
        JsonNode meter = TestHouse.json(house().get("/meter"));
        assertTrue(meter.path("commands").asLong() > 5, meter.toString());
        assertTrue(meter.path("writeUnits").asDouble() > 0, meter.toString());
    }
}
