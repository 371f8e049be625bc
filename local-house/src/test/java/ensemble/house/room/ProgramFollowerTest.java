package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ProgramFollowerTest {
    private static final int DELAY = 12_345;

    private final ProgramFollower follower = new ProgramFollower();
    private final float[] tune = new float[2 * 10 * 48_000];

    ProgramFollowerTest() {
        new Tune().fill(tune, 10 * 48_000);
    }

    /** Plays the tune and brings back what {@code spoil} made of it. */
    private void run(java.util.function.IntUnaryOperator spoil) {
        float[] out = new float[2 * 480];
        float[] back = new float[2 * 480];
        for (int at = 0; at + 480 <= 9 * 48_000; at += 480) {
            System.arraycopy(tune, 2 * at, out, 0, 960);
            follower.sent(out, 480);
            for (int k = 0; k < 480; k++) {
                int from = spoil.applyAsInt(at + k - DELAY);
                back[2 * k] = from < 0 ? 0 : tune[2 * from];
                back[2 * k + 1] = from < 0 ? 0 : tune[2 * from + 1];
            }
            follower.cameBack(back, 480);
        }
    }

    @Test
    void aPlainDelayIsFollowedWithoutAGap() {
        run(k -> k);

        assertEquals(0, follower.gaps());
        assertTrue(follower.followed() > 8 * 48_000);
    }

    @Test
    void silenceInTheMiddleIsOneGapOfItsLength() {
        run(k -> k >= 100_000 && k < 104_800 ? -1 : k);

        assertEquals(1, follower.gaps());
        assertTrue(Math.abs(follower.lostFrames() - 4_800) < 1_100, "lost " + follower.lostFrames());
    }

    @Test
    void aSkipIsAGap() {
        run(k -> k >= 100_000 ? k + 1_024 : k);

        assertEquals(1, follower.gaps());
    }

    @Test
    void threeStallsAreThreeGaps() {
        run(k -> k < 100_000 ? k : k < 200_000 ? k - 256 : k < 300_000 ? k - 512 : k - 768);

        assertEquals(3, follower.gaps());
    }
}
