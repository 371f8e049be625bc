package ensemble.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut at any moment: what is found afterwards is the old document or the new one, never neither. */
final class StateFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    @Test
    void nothingKeptIsNotAnError() throws Exception {
        assertEquals(new StateFile.Found.Nothing(), new StateFile(directory.resolve("new")).read());
    }

    @Test
    void theNewestIsFound() throws Exception {
        StateFile file = new StateFile(directory);
        file.write(JSON.readTree("{\"n\":1}"));
        file.write(JSON.readTree("{\"n\":2}"));

        assertEquals(2, found(file).path("n").asInt());
    }

    @Test
    void aNewestCutShortAtAnyByteGivesTheOneBefore() throws Exception {
        StateFile file = new StateFile(directory);
        file.write(JSON.readTree("{\"n\":1}"));
        file.write(JSON.readTree("{\"n\":2}"));
        Path newest = directory.resolve("state.json");
        byte[] whole = Files.readAllBytes(newest);

        for (int kept = 0; kept < whole.length; kept++) {
            Files.write(newest, Arrays.copyOf(whole, kept));
            assertEquals(1, found(file).path("n").asInt(), "cut after " + kept + " bytes");
        }
    }

    @Test
    void aPowerCutBetweenTheTwoRenamesGivesTheOneBefore() throws Exception {
        StateFile file = new StateFile(directory);
        file.write(JSON.readTree("{\"n\":1}"));
        Files.move(directory.resolve("state.json"), directory.resolve("state.previous.json"));

        assertEquals(1, found(file).path("n").asInt());
    }

    @Test
    void whatCannotBeReadIsPutAsideAndKept() throws Exception {
        Files.writeString(directory.resolve("state.json"), "00000000\n{\"n\":1}");

        var unreadable = assertInstanceOf(StateFile.Found.Unreadable.class, new StateFile(directory).read());
        assertTrue(Files.readString(unreadable.quarantined()).endsWith("{\"n\":1}"));
        assertEquals(new StateFile.Found.Nothing(), new StateFile(directory).read());
    }

    private static JsonNode found(StateFile file) throws Exception {
        return assertInstanceOf(StateFile.Found.Document.class, file.read()).json();
    }
}
