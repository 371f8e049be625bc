package ensemble.gateway.audio.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LevelGaugeTest {
    private static final int QUANTUM = 1024;
    private static final long LOOK_NANOS = 50_000_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 3 * QUANTUM, -QUANTUM})
    void findsWhatTheServerForgotToCount(int forgotten) {
        LevelGauge gauge = new LevelGauge(48_000);
        gauge.primed(0, 4800);
        double level = 0;
        for (int look = 1; look <= 3 * LevelGauge.LOOKS; look++) {
            assertEquals(look > LevelGauge.LOOKS, gauge.known());
            gauge.wrote(2400);
            long taken = look * 2400L / QUANTUM * QUANTUM;
            level = gauge.level(look * LOOK_NANOS, 4800 + look * 2400L - taken + forgotten);
        }
        assertTrue(gauge.known());
        assertEquals(4800, level, QUANTUM);
        gauge.primed(0, 4800);
        assertFalse(gauge.known());
    }
}
