package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.house.Until;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box that runs makes an archive of its classes, and its next start reads them from there. */
final class SecondStartTest {
    @TempDir
    private Path data = Path.of("");

    @Test
    @Tag("slow")
    void theSecondStartReadsItsClassesFromWhatTheFirstHasMade() throws Exception {
        assumeTrue(
                Files.isDirectory(Path.of("../device-gateway/target/lib")),
                "skipped: the gateway is not packed; mvn verify packs it first");
        try (TestHouse house = TestHouse.startPacked(data)) {
            assertFalse(mapsAnArchive(house), "there is none yet");
            Until.so("the box begins to make one", () -> kept().stream().anyMatch(name -> name.endsWith(".complete")));
            Until.so("it is made", () -> kept().size() == 1 && kept().getFirst().endsWith(".jsa"));
            long first = pid(house);
            assertEquals(200, house.post("/hub/stop", "{}").statusCode());
            assertEquals(200, house.post("/hub/start", "{}").statusCode());
            Until.so("the box is back", () -> pid(house) != first);
            assertTrue(mapsAnArchive(house));
            Until.so("it is found good", () -> kept().size() == 1);
        }
    }

    private static long pid(TestHouse house) {
        try {
            return house.status().path("hub").path("pid").asLong();
        } catch (Exception unanswered) {
            throw new AssertionError(unanswered);
        }
    }

    private boolean mapsAnArchive(TestHouse house) throws IOException {
        String cache = data.resolve("gateway/cache").toString();
        return Files.readAllLines(Path.of("/proc/" + pid(house) + "/maps")).stream()
                .anyMatch(line -> line.contains(cache) && line.endsWith(".jsa"));
    }

    private List<String> kept() {
        try (Stream<Path> files = Files.list(data.resolve("gateway/cache"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
