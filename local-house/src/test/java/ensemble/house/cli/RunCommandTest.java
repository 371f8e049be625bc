package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                nothing,
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

    @ParameterizedTest
    @CsvSource({
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
