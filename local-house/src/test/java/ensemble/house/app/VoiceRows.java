package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The skill's own voice, said by virtual-alexa from the real model files to a running house: what it answers, whether it goes on
 * listening, and who is heard in the room.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VoiceRows {
    private @Nullable TestHouse running;

    @TempDir
    @Nullable
    Path folder;

    abstract boolean onAudioServer();

    @BeforeAll
    void theHouseRuns(@TempDir Path data) throws Exception {
        Optional<String> lacking = VoiceDriver.lacking();
        assumeTrue(lacking.isEmpty(), () -> lacking.orElse(""));
        running = TestHouse.start(data, onAudioServer());
    }

    @AfterAll
    void theHouseEnds() {
        if (running != null) {
            running.close();
        }
    }

    TestHouse house() {
        return Objects.requireNonNull(running);
    }

    static List<VoiceRow> rows(String locale) throws Exception {
        return VoiceRow.read(VoiceDriver.FILES.resolve(locale + ".txt"));
    }

    void sayAndHear(String locale, List<VoiceRow> rows) throws Exception {
        List<String> wrong = VoiceDriver.drive(house(), locale, rows, Objects.requireNonNull(folder));
        assertEquals("", String.join("\n", wrong));
    }
}
