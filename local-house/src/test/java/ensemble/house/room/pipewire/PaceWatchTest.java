package ensemble.house.room.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PaceWatchTest {
    private final PaceWatch watch = new PaceWatch();
    private final SplittableRandom random = new SplittableRandom(4);
    private long graphNanos;

    /** Captures quanta of 1024 frames for so many seconds, each up to 15 ms late. */
    private long capture(int seconds) {
        long lost = 0;
        for (int i = 0; i < seconds * 48_000 / 1024; i++) {
            graphNanos += 1024 * 1_000_000_000L / 48_000;
            lost += watch.captured(1024, graphNanos + random.nextLong(15_000_000));
        }
        return lost;
    }

    @Test
    void latenessIsNoLoss() {
        assertEquals(0, capture(60));
    }

    @Test
    void quantaThatNeverCameAreLost() {
        capture(10);
        graphNanos += 3 * 1024 * 1_000_000_000L / 48_000;
        long lost = capture(10);

        assertTrue(lost > 2_800 && lost < 3_300, "lost " + lost);
        assertEquals(0, capture(10));
    }
}
