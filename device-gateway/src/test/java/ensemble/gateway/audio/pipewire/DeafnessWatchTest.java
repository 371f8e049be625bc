package ensemble.gateway.audio.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeafnessWatchTest {
    private static final long MILLI = 1_000_000;

    private final DeafnessWatch watch = new DeafnessWatch();

    private List<Integer> noticed(int millis) {
        List<Integer> at = new ArrayList<>();
        for (int now = 0; now < millis; now += 10) {
            if (watch.noticed(now * MILLI, true, false)) {
                at.add(now);
            }
        }
        return at;
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        assertEquals(List.of(400, 1210, 2820), noticed(5000));
    }

    @Test
    void aStreamThatHearsOrNeedNotHearIsNotDeaf() {
        for (int now = 0; now < 5000; now += 10) {
            assertFalse(watch.noticed(now * MILLI, now % 300 != 0, now % 200 == 0));
        }
    }

    @Test
    void hearingOnceMakesItQuickAgain() {
        noticed(5000);
        watch.noticed(5000 * MILLI, true, true);
        watch.noticed(5010 * MILLI, true, false);
        assertEquals(true, watch.noticed(5410 * MILLI, true, false));
    }
}
