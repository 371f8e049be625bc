package ensemble.contract.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents as they stand in the field: what is written must not change, and what newer halves add is tolerated. */
final class GoldenDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aWishIsWrittenWholeAndReadBack() throws Exception {
        RoutingWish wish = new RoutingWish(
                7,
                new TreeMap<>(Map.of(
                        new SpeakerId("deck"),
                        new SpeakerWish(true, new Volume(40), false, Role.MONO),
                        new SpeakerId("kitchen-shelf"),
                        SpeakerWish.UNTOUCHED)),
                List.of(new Ticket(5, Act.LINE_UP, "patio"), new Ticket(7, Act.IDENTIFY, "deck")));

        assertEquals(
                golden("routing-desired.json"),
                JSON.readTree(RoutingCodec.desired(wish).toString()));
        assertEquals(wish, RoutingCodec.desired(golden("routing-desired.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"routing-reported.json", "routing-reported-fault.json"})
    void aRoutingReportSurvivesTheRoundTrip(String document) throws Exception {
        JsonNode golden = golden(document);

        assertEquals(
                golden,
                JSON.readTree(
                        RoutingCodec.reported(RoutingCodec.reported(golden).orElseThrow())
                                .toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"config-desired.json"})
    void aConfigSurvivesTheRoundTrip(String document) throws Exception {
        JsonNode golden = golden(document);

        assertEquals(
                golden,
                JSON.readTree(ConfigCodec.desired(ConfigCodec.desired(golden)).toString()));
    }

    @Test
    void syncAndHealthSurviveTheRoundTrip() throws Exception {
        JsonNode sync = golden("sync-reported.json");
        JsonNode health = golden("health-reported.json");

        assertEquals(
                sync, JSON.readTree(SyncCodec.reported(SyncCodec.reported(sync)).toString()));
        assertEquals(
                health,
                JSON.readTree(HealthCodec.reported(HealthCodec.reported(health).orElseThrow())
                        .toString()));
    }

    @Test
    void fieldsOfANewerHalfAreLeftAlone() throws Exception {
        JsonNode newer = JSON.readTree("""
                {"n": 3, "k": 1, "mood": "blue", "is": {"deck": {"up": true, "on": false, "v": 5, "m": false, "r": "s",
                 "d": 0, "battery": 80}}}""");

        assertEquals(new Stamp(3, 1), RoutingCodec.reported(newer).orElseThrow().stamp());
    }

    /** Found on the first run of a house: the service drops what is empty, and the reader stumbled over the gap. */
    @Test
    void aHubWithoutSpeakersReportsNoObjectOfThem() throws Exception {
        JsonNode report = JSON.readTree("{\"n\": 0, \"k\": 0}");

        assertEquals(0, RoutingCodec.reported(report).orElseThrow().speakers().size());
        assertEquals(
                0, RoutingCodec.desired(JSON.readTree("{\"n\": 4}")).speakers().size());
    }

    /** An older hub must not stumble over an act that only a newer skill knows, nor an older skill over an echo. */
    @Test
    void actsAndEchoesOfANewerHalfArePassedOver() throws Exception {
        JsonNode wish = JSON.readTree("{\"n\": 4, \"s\": {}, \"t\": [[3, \"brew-tea\", \"\"], [4, \"next\", \"\"]]}");
        JsonNode report = JSON.readTree("{\"n\": 4, \"k\": 0, \"tk\": [[3, \"SPILT\"], [4, \"DONE\"]]}");

        assertEquals(
                List.of(new Ticket(4, Act.NEXT, "")), RoutingCodec.desired(wish).tickets());
        assertEquals(
                Map.of(4L, TicketEcho.DONE),
                RoutingCodec.reported(report).orElseThrow().echoes());
    }

    /** The service keeps an array that is not written again: a withdrawn act must be deleted by name. */
    @Test
    void aWishWithoutActsDeletesThoseOfTheOneBefore() {
        assertTrue(RoutingCodec.desired(RoutingWish.NONE).path("t").isNull());
    }

    @Test
    void aShadowNobodyWroteIsNotAnError() throws Exception {
        JsonNode nothing = JSON.readTree("{}").path("state");

        assertEquals(RoutingWish.NONE, RoutingCodec.desired(nothing));
        assertEquals(Optional.empty(), RoutingCodec.reported(nothing));
        assertEquals(Optional.empty(), HealthCodec.reported(nothing));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\": \"7\", \"s\": {}} | n must be a whole number",
                "{\"n\": -1, \"s\": {}} | numbered from 0",
                "{\"n\": 1, \"s\": []} | s must be an object",
                "{\"n\": 1, \"s\": {\"deck\": {\"on\": 1, \"v\": 5, \"m\": false, \"r\": \"s\"}}} | on must be true or false",
                "{\"n\": 1, \"s\": {\"deck\": {\"on\": true, \"v\": 101, \"m\": false, \"r\": \"s\"}}} | 0 to 100",
                "{\"n\": 1, \"s\": {\"deck\": {\"on\": true, \"v\": 5, \"m\": false, \"r\": \"x\"}}} | role must be",
                "{\"n\": 1, \"s\": {\"../deck\": {\"on\": true, \"v\": 5, \"m\": false, \"r\": \"s\"}}} | speaker id must be",
            })
    void aWishThatBreaksTheContractIsRefusedByField(String document, String said) throws Exception {
        JsonNode node = JSON.readTree(document);

        ShadowFormatException refused = assertThrows(ShadowFormatException.class, () -> RoutingCodec.desired(node));
        assertTrue(refused.toString().contains(said), refused.toString());
    }

    private static JsonNode golden(String name) throws Exception {
        try (var in = GoldenDocumentsTest.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(in);
        }
    }
}
