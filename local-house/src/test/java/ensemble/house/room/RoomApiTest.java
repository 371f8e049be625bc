package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ensemble.house.room.RoomApi.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class RoomApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final ManualWire wire = new ManualWire();
    private RoomApi api;
    private AutoCloseable time;

    @BeforeEach
    void open() throws Exception {
        api = new RoomApi(Room.open(RoomConfig.demo(4, 11), wire));
        time = wire.running();
    }

    @AfterEach
    void close() throws Exception {
        time.close();
    }

    private Answer serve(String action, String json) throws Exception {
        JsonNode body = JSON.readTree(json);
        Answer answer = api.serve(action, body);
        if (answer == null) {
            throw new AssertionError("no action " + action);
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set    | {'speaker':'attic','ppm':1}          | there is no speaker 'attic' in the room; there are"
                        + " Kitchen Shelf, Patio Left, Patio Right, Deck",
                "set    | {'ppm':1}                            | speaker is missing",
                "set    | {'speaker':'deck'}                   | nothing to set about deck: give latency-ms, ppm, gain-db,"
                        + " stall-ms, drop or return",
                "set    | {'speaker':'deck','latencyMs':3001}  | latency-ms must be 0 to 3000, not 3001",
                "set    | {'speaker':'deck','latencyMs':-0.5}  | latency-ms must be 0 to 3000, not -0.5",
                "set    | {'speaker':'deck','ppm':5000}        | ppm must be -1000 to 1000, not 5000",
                "set    | {'speaker':'deck','gainDb':13}       | gain-db must be -60 to 12, not 13",
                "set    | {'speaker':'deck','stallMs':9999}    | stall-ms must be 0 to 2000, not 9999",
                "set    | {'speaker':'deck','ppm':'x'}         | ppm must be a number, not \"x\"",
                "set    | {'speaker':'deck','drop':1}          | drop must be true or false, not 1",
                "set    | {'speaker':'deck','color':'red'}     | there is no field 'color' here; there are drop, gainDb,"
                        + " latencyMs, ppm, return, speaker, stallMs",
                "set    | [1]                                  | the request must be a JSON object",
                "play   | {'file':'/no/such.wav'}              | cannot play: there is no file /no/such.wav",
                "play   | {'file':'such.wav'}                  | file must be an absolute path, not such.wav",
                "record | {'out':'/tmp/x.wav'}                 | seconds is missing",
                "record | {'seconds':3}                        | out is missing",
                "record | {'seconds':601,'out':'/tmp/x.wav'}   | seconds must be 0.01 to 600, not 601",
                "record | {'seconds':3,'out':'/tmp/x.wav','at':'ear'} | at must be one of speaker, mic, not ear",
                "record | {'seconds':3,'out':'/tmp/x.wav','mic':'/tmp/../tmp/x.wav'} | two recordings cannot go into"
                        + " the same file",
                "record-await | {'recording':'77'}             | there is no recording 77"
            })
    void wrongUseIsToldInOneSentence(String action, String json, String sentence) throws Exception {
        Answer answer = serve(action, json.replace('\'', '"'));

        assertEquals(sentence, answer.body().path("error").asText());
        assertEquals(400, answer.status());
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAConflict(@TempDir Path directory) throws Exception {
        Answer answer = serve("record", "{\"seconds\":1,\"out\":\"" + directory.resolve("no/out.wav") + "\"}");

        assertEquals(409, answer.status());
        assertTrue(answer.body().path("error").asText().startsWith("cannot record: there is no directory"));
    }

    @Test
    void aSpeakerIsNamedByIdOrNameInAnyCase() throws Exception {
        for (String word : List.of("deck", "DECK", "Deck", " deck ")) {
            assertEquals(
                    "deck",
                    serve("set", "{\"speaker\":\"" + word + "\",\"ppm\":3}")
                            .body()
                            .path("id")
                            .asText());
        }
        Answer answer = serve("set", "{\"speaker\":\"patio LEFT\",\"latencyMs\":99.5,\"gainDb\":-7,\"ppm\":0}");
        assertEquals(99.5, answer.body().path("delayMs").asDouble());
        assertEquals(-7, answer.body().path("gainDb").asDouble());
    }

    @Test
    void dropAndReturnReachTheWireAndTellTheSeed() throws Exception {
        assertEquals(
                false,
                serve("set", "{\"speaker\":\"deck\",\"drop\":true}")
                        .body()
                        .path("present")
                        .asBoolean());
        JsonNode back = serve("set", "{\"speaker\":\"deck\",\"return\":true}").body();

        assertEquals(List.of("drop 3", "bringBack 3"), wire.calls);
        assertTrue(back.path("returnSeed").isIntegralNumber());
        assertEquals(165.25, back.path("latencyMs").asDouble(), 20);
    }

    @Test
    void aRecordingIsMadeAtOnceOrInTwoSteps(@TempDir Path directory) throws Exception {
        serve("play", "{}");
        assertEquals("the tune", serve("status", "{}").body().path("playing").asText());
        Path out = directory.resolve("out.wav");
        JsonNode made = serve("record", "{\"seconds\":0.3,\"out\":\"" + out + "\",\"at\":\"mic\"}")
                .body();
        assertEquals(14_400, made.path("frames").asInt());
        assertEquals("kitchen-shelf", made.path("speakers").path(0).asText());
        assertTrue(made.path("mic").isNull());

        String id = serve("record-start", "{\"seconds\":0.3,\"out\":\"" + out + "\"}")
                .body()
                .path("recording")
                .asText();
        Answer done = serve("record-await", "{\"recording\":\"" + id + "\"}");
        assertEquals(200, done.status(), done.toString());
        assertTrue(Files.size(out) > 4 * 4 * 14_400);
        assertTrue(serve("stop", "{}").body().path("playing").isNull());
        assertNull(api.serve("dance", JSON.createObjectNode()));
    }
}
