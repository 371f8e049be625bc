package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.house.room.RecordingRequest.At;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class FullDiskTest {
    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void aRecordingThatFillsTheDiskFailsWithASentenceAndLeavesNothing(@TempDir Path directory) throws Exception {
        String mount = "mount -t tmpfs -o size=1m tmpfs " + directory;
        assumeTrue(run(mount.split(" ")) == 0, "skipped, because this failed: " + mount);
        try {
            ManualWire wire = new ManualWire();
            Room room = Room.open(RoomConfig.demo(4, 1), wire);
            Recording recording = room.record(RecordingRequest.of(10, At.SPEAKER, directory.resolve("out.wav"))
                    .withMic(directory.resolve("mic.wav")));
            wire.pass(300);

            String told = assertThrows(RoomException.class, recording::await).getMessage();
            assertEquals("the recording failed: No space left on device", told);
            try (Stream<Path> left = Files.list(directory)) {
                assertEquals(0, left.count());
            }
        } finally {
            run("umount", directory.toString());
        }
    }
}
