package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Houses that cannot start say why and leave nothing behind; one that starts again goes on where it was. */
final class StartingTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aBusyPortIsNamed(int offset) throws Exception {
        int port = TestHouse.freePorts();
        try (ServerSocket busy = new ServerSocket(port + offset, 1, InetAddress.getLoopbackAddress())) {
            HouseException refused = assertThrows(HouseException.class, () -> start(data, port));

            assertTrue(refused.isWrongUse());
            assertTrue(refused.toString().contains(String.valueOf(busy.getLocalPort())), refused.toString());
        }
    }

    @Test
    void aFolderServesOneHouseAtATime() throws Exception {
        try (TestHouse first = TestHouse.start(data, false)) {
            HouseException refused = assertThrows(HouseException.class, () -> start(data, TestHouse.freePorts()));

            assertTrue(refused.isWrongUse());
            assertTrue(refused.toString().contains("another house runs on"), refused.toString());
            assertEquals("done", first.say("turn on kitchen").path("outcome").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=1m", "size=64m,ro"})
    void aFullOrReadOnlyFolderIsSaidToBe(String options) throws Exception {
        Path mount = Files.createDirectories(data.resolve("small"));
        Process mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "tmpfs", mount.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mounted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(mounted.waitFor() == 0, "mount -t tmpfs -o " + options + " failed: " + said);
        try {
            HouseException refused = assertThrows(HouseException.class, () -> start(mount, TestHouse.freePorts()));

            assertFalse(refused.isWrongUse());
            assertTrue(refused.toString().contains(mount.toString()), refused.toString());
            assertTrue(refused.toString().contains("--data"), refused.toString());
        } finally {
            new ProcessBuilder("umount", mount.toString()).start().waitFor();
        }
    }

    @Test
    void aFileInTheFoldersPlaceIsSaidToBeThere() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "not a folder");

        HouseException refused = assertThrows(HouseException.class, () -> start(file, TestHouse.freePorts()));
        assertTrue(refused.toString().contains(file.toString()), refused.toString());
    }

    @Test
    void aHouseThatIsStartedAgainGoesOnWhereItWas() throws Exception {
        int port = TestHouse.freePorts();
        try (TestHouse first = TestHouse.start(data, false, port, false)) {
            assertEquals("done", first.say("turn on patio").path("outcome").asText());
        }
        try (TestHouse again = TestHouse.start(data, false, port, false)) {
            JsonNode status = again.status();
            assertEquals(1, status.path("wish").asLong());
            assertEquals(1, status.path("answered").asLong());
            again.until(
                    "the patio plays",
                    () -> again.speaker("patio-left").path("playing").asBoolean());
            assertFalse(again.speaker("deck").path("playing").asBoolean());
            assertEquals("done", again.say("turn on kitchen").path("outcome").asText());
            assertEquals(2, again.status().path("wish").asLong());
        }
    }

    @Test
    void anEmptyHouseSaysSo() throws Exception {
        try (TestHouse empty = TestHouse.start(data, false, TestHouse.freePorts(), true)) {
            JsonNode status = empty.status();
            assertEquals(0, status.path("speakers").size());
            assertEquals(0, status.path("groups").size());
            assertTrue(status.path("hub").path("online").asBoolean());

            JsonNode device = empty.say("turn on kitchen");
            assertEquals("cannot", device.path("outcome").asText());
            JsonNode skill = empty.say("ask speaker groups to play on the kitchen");
            assertEquals("cannot", skill.path("outcome").asText(), skill.toString());
            assertTrue(skill.path("speech").asText().length() > 10, skill.toString());
        }
    }

    private static void start(Path data, int port) throws Exception {
        TestHouse.start(data, false, port, false).close();
    }
}
