package ensemble.gateway.audio.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class LevelServoTest {
    private static final int QUANTUM = 1024;

    private final LevelServo servo = new LevelServo(200);
    private int looks;

    /** Readings jitter by where in the quantum they fall. */
    private int window(double level) {
        int shift = 0;
        for (int reading = 0; reading < LevelServo.WINDOW; reading++) {
            shift += servo.read(level + (looks++ * 397 % QUANTUM) - QUANTUM / 2.0);
        }
        return shift;
    }

    private void settle(double level) {
        for (int reading = 0; reading < LevelServo.SETTLING; reading++) {
            servo.read(9_999);
        }
        assertEquals(0, window(level), "the first average is the goal");
    }

    @Test
    void holdsStillWhileTheLevelOnlyJitters() {
        settle(4800);
        for (int turn = 0; turn < 20; turn++) {
            assertEquals(0, window(4800));
        }
    }

    @Test
    void skipsWhatWaitsTooMuchAndStretchesWhatIsMissing() {
        settle(4800);
        assertEquals(QUANTUM, window(4800 + QUANTUM), 100);
        assertEquals(-QUANTUM, window(4800 - QUANTUM), 100);
    }

    @Test
    void takesANewGoalAfterPrimingAnew() {
        settle(4800);
        servo.restart();
        settle(7000);
        assertEquals(0, window(7000));
    }
}
