package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAnAudioServerItSaysSoAndRunsAndSigtermEndsAllOfIt() throws Exception {
        Path nothing = Files.createDirectories(folder.resolve("empty-path"));
        int port = freePort();
        try (RunProcess run = new RunProcess(
                Map.of("PATH", nothing.toString()),
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("house").toString())) {
            assertEquals("READY http://127.0.0.1:" + port, run.awaitLine("READY"));
            assertTrue(
                    run.said().stream().anyMatch(line -> line.contains("no audio server can be had")),
                    run.said().toString());
            assertEquals(
                    0,
                    asked("say", "turn on patio", "--port", String.valueOf(port))
                            .status());

            List<ProcessHandle> started = run.handle().descendants().toList();
            assertTrue(!started.isEmpty(), "the gateway is a process of its own");
            assertEquals(0, run.terminated());
            for (ProcessHandle process : started) {
                process.onExit().join();
            }
            assertEquals(1, asked("status", "--port", String.valueOf(port)).status());
        }
    }

    /** The machine's own session is played by a private one here: what counts is that it is met as a stranger's. */
    @Test
    @Tag("audio")
    void realSpeakersOfTheSessionAreFoundAndPlayedOnAndLeftAsTheyWere() throws Exception {
        PipeWireStart session = PrivatePipeWire.start(PipeWireConfig.in(Files.createTempDirectory("ensemble-s")));
        int port = freePort();
        try (PrivatePipeWire server =
                assertInstanceOf(PipeWireStart.Started.class, session).server()) {
            server.loadNullSink("bluez_output.garden");
            List<String> before = sinks(server);
            try (RunProcess run = new RunProcess(
                    server.environment(),
                    "--real",
                    "--port",
                    String.valueOf(port),
                    "--data",
                    folder.resolve("house").toString())) {
                run.awaitLine("READY");
                Asked status = asked("status", "--json", "--port", String.valueOf(port));
                assertTrue(status.said().contains("bluez-output-gard"), status.said());
                assertEquals(
                        0,
                        asked("say", "turn on all speakers", "--port", String.valueOf(port))
                                .status());
                assertEquals(
                        1, asked("room", "stop", "--port", String.valueOf(port)).status());
                assertEquals(0, run.terminated());
            }
            assertEquals(before, sinks(server));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "run --real --no-audio, 2",
        "run --port 99999, 2",
        "run --speakers 17, 2",
        "run --cloud-latency-ms 60000, 2",
        "run --colour blue, 2",
        "say, 2",
        "hub explode, 2",
        "room, 2",
        "room record, 2",
        "room record --seconds x out.wav, 2",
        "frobnicate, 2",
        "status --port 1, 1",
        "--help, 0",
    })
    void wrongUseExitsWith2AndCannotWith1(String line, int status) {
        Asked asked = asked(line.split(" "));

        assertEquals(status, asked.status(), asked.said());
        assertTrue(!asked.said().isBlank());
        assertTrue(!asked.said().contains("\tat "), "no stack trace: " + asked.said());
    }

    /** Names alone: whether a sink is suspended changes by itself. */
    private static List<String> sinks(PrivatePipeWire server) {
        return server.succeed("pactl", "list", "short", "sinks")
                .lines()
                .map(line -> line.split("\t", -1)[1])
                .toList();
    }

    private record Asked(int status, String said) {}

    private static Asked asked(String... arguments) {
        StringWriter said = new StringWriter();
        int status = Ensemble.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return new Asked(status, said.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Math.min(probe.getLocalPort(), 60_000);
        }
    }
}
