package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The skill's own voice, said by virtual-alexa from the real model files to a running house: what it answers, whether it goes on
 * listening, and who is heard in the room. On the in-process graph.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoiceTest {
    private static final int LEAST_ROWS = 150;

    private @Nullable TestHouse running;

    @TempDir
    @Nullable
    Path folder;

    @BeforeAll
    void theHouseRuns(@TempDir Path data) throws Exception {
        Optional<String> lacking = VoiceDriver.lacking();
        assumeTrue(lacking.isEmpty(), () -> lacking.orElse(""));
        running = TestHouse.start(data, false);
    }

    @AfterAll
    void theHouseEnds() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void everyUtteranceIsAnsweredAndHeardAsItsRowSays(String locale) throws Exception {
        List<VoiceRow> rows = VoiceRow.read(VoiceDriver.FILES.resolve(locale + ".txt"));
        assertTrue(rows.size() >= LEAST_ROWS, () -> rows.size() + " rows");
        long off = rows.stream().filter(VoiceRow::isOffModel).count();
        assertTrue(off * 10 >= rows.size() * 4L, () -> "only " + off + " rows are no sample of the model");
        List<String> wrong =
                VoiceDriver.drive(Objects.requireNonNull(running), locale, rows, Objects.requireNonNull(folder));
        assertEquals("", String.join("\n", wrong));
    }
}
