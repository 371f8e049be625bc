package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first rows of each file once more, on a real audio server: more than twenty of them say who is heard. */
@Tag("audio")
class VoiceOnPipeWireTest extends VoiceRows {
    private static final int ROWS = 30;
    private static final int LEAST_HEARD = 20;

    @Override
    boolean onAudioServer() {
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE"})
    void theFirstUtterancesAreHeardOnTheAudioServerToo(String locale) throws Exception {
        house().say("turn off everything");
        List<VoiceRow> rows = rows(locale).subList(0, ROWS);
        long heard = rows.stream().filter(row -> !row.heard().equals("?")).count();
        assertTrue(heard >= LEAST_HEARD, () -> "only " + heard + " rows say who is heard");
        sayAndHear(locale, rows);
    }
}
