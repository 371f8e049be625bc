package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.ProbeFile;
import ensemble.wav.WavAudio;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SyncCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Ensemble.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    /** A microphone that hears the channels of a file, the second one later. */
    private String heard(Path played, int later) throws Exception {
        float[][] channels = WavAudio.read(played).channels();
        float[] air = new float[channels[0].length + later + 48_000];
        for (int i = 0; i < channels[0].length; i++) {
            air[i] += 0.5f * channels[0][i];
            air[i + later] += 0.5f * channels[1][i];
        }
        Path file = directory.resolve("mic.wav");
        ProbeFile.write(new float[][] {air}, file);
        return file.toString();
    }

    @Test
    void aProbeThatWasHeardIsMeasured() throws Exception {
        Path probe = directory.resolve("probe.wav");
        assertEquals(0, run("sync", "probe", "--speakers", "2", probe.toString()));
        assertEquals(2, WavAudio.read(probe).channels().length);
        assertEquals(0, run("sync", "analyze", "--speakers", "2", heard(probe, 480), "--json"));
        assertEquals("measured", json().path("verdict").asText());
        assertTrue(json().path("reason").isNull());
        JsonNode second = json().path("speakers").path(1);
        assertEquals(1, second.path("index").asInt());
        assertEquals(10_000, second.path("offsetUs").asDouble(), 1);
        assertEquals(0, second.path("levelDb").asDouble(), 0.1);
        assertTrue(second.path("uncertaintyUs").asDouble() > 0);
        assertEquals(0, json().path("micPpm").asDouble(), 1);
    }

    @Test
    void aTestFileThatWasHeardIsJudged() throws Exception {
        Path file = directory.resolve("test.wav");
        assertEquals(0, run("sync", "testfile", file.toString(), "--tone"));
        assertEquals(0, run("sync", "validate", heard(file, 48), "--json"));
        assertEquals(1000, json().path("offsetUs").asDouble(), 1);
        assertEquals("right", json().path("late").asText());
        assertEquals("studio", json().path("tier").asText());
        assertEquals("comb-null", json().path("findings").path(0).asText());
    }

    @Test
    void whatCannotBeMeasuredIsRefusedWithItsJson() throws Exception {
        Path file = directory.resolve("silence.wav");
        ProbeFile.write(new float[][] {new float[600_000]}, file);
        assertEquals(3, run("sync", "analyze", "--speakers", "2", file.toString(), "--json"));
        assertEquals("refused", json().path("verdict").asText());
        assertEquals("too-quiet", json().path("reason").asText());
        assertTrue(json().path("speakers").path(1).path("offsetUs").isNull());
        assertTrue(json().path("micPpm").isNull());
    }

    @Test
    void unreadableInputAndWrongUseAreTwo() throws Exception {
        Path empty = Files.createFile(directory.resolve("empty.wav"));
        assertEquals(2, run("sync", "validate", empty.toString(), "--json"));
        assertEquals("ensemble: empty.wav is empty", err.toString().strip());
        assertEquals(
                2,
                run(
                        "sync",
                        "analyze",
                        "--speakers",
                        "2",
                        directory.resolve("none.wav").toString()));
        String out = directory.resolve("o.wav").toString();
        assertEquals(2, run("sync", "probe", "--speakers", String.valueOf(Probe.MAX_SPEAKERS + 1), out));
        assertEquals(2, run("sync", "probe", out));
        assertEquals(
                2,
                run(
                        "sync",
                        "probe",
                        "--speakers",
                        "2",
                        directory.resolve("no/such/o.wav").toString()));
        assertEquals(2, run("sync"));
    }
}
