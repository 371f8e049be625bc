package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.StreamSupport;
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
 * A command goes in at the box's own page, sound moves in the room, and the cloud makes it its own: the next spoken command
 * counts from it, and Alexa is told. On the in-process graph. One house lives through all of it, in order.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class BoxPageStoriesTest {
    private static final int KITCHEN = 0;
    private static final int DECK = 3;
    private static final double SLOWEST_SPEAKER_SECONDS = 0.25;

    private @Nullable TestHouse running;

    @BeforeAll
    void theHouseRuns(@TempDir Path data) throws Exception {
        running = TestHouse.start(data, false);
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
    void aCommandOnThePageMovesTheMusicAndTheCloudAdoptsIt() throws Exception {
        JsonNode said = house().say("Alexa, turn on kitchen");
        assertEquals("done", said.path("outcome").asText(), said.toString());
        assertEquals(1, said.path("n").asLong());
        int eventsBefore = events().size();

        assertEquals(200, command("{\"do\":\"only\",\"group\":\"patio\"}").statusCode());
        Take take = house().record(2);
        assertTrue(take.isSilentAfter(SLOWEST_SPEAKER_SECONDS, KITCHEN), "the kitchen still sounds");
        for (int channel = 1; channel < DECK; channel++) {
            assertTrue(take.soundsThroughoutAfter(SLOWEST_SPEAKER_SECONDS, channel), "channel " + channel);
        }

        house().until(
                        "the cloud has made it wish 2, and the box has answered",
                        () -> wish() == 2 && house().status().path("answered").asLong() == 2);
        assertTrue(house().speaker("patio-left").path("playing").asBoolean());
        assertFalse(house().speaker("kitchen-shelf").path("playing").asBoolean());
        house().until("Alexa is told that the kitchen is off", () -> told(eventsBefore, "kitchen", "OFF"));
        house().until("Alexa is told that the patio is on", () -> told(eventsBefore, "patio", "ON"));
    }

    @Test
    @Order(2)
    void theNextSpokenCommandCountsFromWhatWasCommandedThere() throws Exception {
        JsonNode said = house().say("Alexa, turn on kitchen");

        assertEquals("done", said.path("outcome").asText(), said.toString());
        assertEquals(3, said.path("n").asLong());
        assertTrue(house().speaker("patio-left").path("playing").asBoolean(), "turning on adds to what the page chose");
        assertTrue(house().speaker("kitchen-shelf").path("playing").asBoolean());
    }

    @Test
    @Order(3)
    void aVolumeOfThePageIsWhatAlexaCountsFrom() throws Exception {
        assertEquals(
                200,
                command("{\"do\":\"volume\",\"group\":\"patio\",\"volume\":40}").statusCode());
        house().until("the cloud has made it wish 4", () -> wish() == 4);
        assertEquals(40, house().speaker("patio-left").path("volume").asInt());

        JsonNode said = house().say("Alexa, turn up the volume on patio");
        assertEquals("done", said.path("outcome").asText(), said.toString());
        assertEquals(50, house().speaker("patio-left").path("volume").asInt());
    }

    @Test
    @Order(4)
    void aPowerCutRightAfterACommandLosesNothing() throws Exception {
        assertEquals(200, command("{\"do\":\"nothing\"}").statusCode());
        house().post("/hub/kill", "");
        house().post("/hub/start", "");

        house().until(
                        "it is silent, and the cloud has adopted that after the volume's wish",
                        () -> wish() >= 6
                                && house().status().path("answered").asLong() == wish()
                                && StreamSupport.stream(
                                                house().status()
                                                        .path("speakers")
                                                        .spliterator(),
                                                false)
                                        .noneMatch(speaker ->
                                                speaker.path("playing").asBoolean(true)));
    }

    @Test
    @Order(5)
    void aSpeakerIdentifiesItselfAtThePagesWord() throws Exception {
        assertEquals(200, command("{\"do\":\"identify\",\"speaker\":\"deck\"}").statusCode());
        HttpResponse<String> unknown = command("{\"do\":\"identify\",\"speaker\":\"attic\"}");

        assertEquals(409, unknown.statusCode());
        assertTrue(unknown.body().contains("attic"), unknown.body());
        assertEquals(400, command("{\"do\":\"dance\"}").statusCode());
    }

    private long wish() throws Exception {
        return house().status().path("wish").asLong();
    }

    private HttpResponse<String> command(String json) throws Exception {
        return house().onPage("/api/command", json);
    }

    private JsonNode events() throws Exception {
        return TestHouse.json(house().get("/events"));
    }

    /** Whether a ChangeReport since then says so of a group. */
    private boolean told(int since, String group, String power) throws Exception {
        JsonNode all = events();
        for (int i = since; i < all.size(); i++) {
            JsonNode event = all.get(i).path("event");
            boolean isAbout = event.path("header").path("name").asText().equals("ChangeReport")
                    && event.path("endpoint").path("endpointId").asText().endsWith(group);
            for (JsonNode property : event.path("payload").path("change").path("properties")) {
                if (isAbout
                        && property.path("name").asText().equals("powerState")
                        && property.path("value").asText().equals(power)) {
                    return true;
                }
            }
        }
        return false;
    }
}
