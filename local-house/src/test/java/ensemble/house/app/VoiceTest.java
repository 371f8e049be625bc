package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row, on the in-process graph. */
class VoiceTest extends VoiceRows {
    private static final int LEAST_ROWS = 150;

    @Override
    boolean onAudioServer() {
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void everyUtteranceIsAnsweredAndHeardAsItsRowSays(String locale) throws Exception {
        List<VoiceRow> rows = rows(locale);
        assertTrue(rows.size() >= LEAST_ROWS, () -> rows.size() + " rows");
        long off = rows.stream().filter(VoiceRow::isOffModel).count();
        assertTrue(off * 10 >= rows.size() * 4L, () -> "only " + off + " rows are no sample of the model");
        sayAndHear(locale, rows);
    }
}
