package ensemble.pulse.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivatePipeWireTest {
    @Test
    @Tag("audio")
    void startsWithItsOwnClockAndEndsWithoutATrace(@TempDir Path directory) {
        PipeWireStart start = PrivatePipeWire.start(PipeWireConfig.in(directory).quantum(256));
        List<Long> pids;
        try (PrivatePipeWire server =
                assertInstanceOf(PipeWireStart.Started.class, start).server()) {
            pids = server.pids();
            assertEquals(4, pids.size());
            int kitchen = server.loadNullSink("kitchen");
            assertTrue(server.succeed("pactl", "list", "short", "sinks").contains("kitchen"));
            assertTrue(server.succeed("pw-cli", "ls", "Node").contains(PrivatePipeWire.CLOCK));
            assertTrue(server.succeed("pw-metadata", "-n", "settings").contains("'clock.max-quantum' value:'256'"));
            server.unload(kitchen);
            assertFalse(server.succeed("pactl", "list", "short", "sinks").contains("kitchen"));
        }
        assertTrue(pids.stream()
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)));
    }

    @Test
    void namesTheCommandWhenItCannotBeHad(@TempDir Path directory) throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        PipeWireStart start = PrivatePipeWire.start(PipeWireConfig.in(file));

        PipeWireStart.CannotBeHad cannot = assertInstanceOf(PipeWireStart.CannotBeHad.class, start);
        assertTrue(cannot.command().startsWith("mkdir -p"), cannot.command());
        assertFalse(cannot.reason().isBlank());
    }
}
