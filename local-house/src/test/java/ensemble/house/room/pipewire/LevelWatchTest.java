package ensemble.house.room.pipewire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LevelWatchTest {
    private final LevelWatch watch = new LevelWatch(12_000);

    private long alarms(int readings, int... waiting) {
        return IntStream.range(0, readings)
                .filter(i -> watch.isOff(waiting[i % waiting.length]))
                .count();
    }

    @Test
    void onlyALevelThatIsOffForLongIsAnAlarmAndOnlyOnce() {
        assertEquals(0, alarms(100, 12_000, 20_000, 5_000), "a pause, and what it owed");
        assertEquals(0, alarms(100, 40_000, 12_000), "a reading that was under way for long");
        assertEquals(1, alarms(LevelWatch.READINGS, 22_000), "ten turns were left out");
        assertEquals(0, alarms(LevelWatch.READINGS, 12_000), "primed");
        assertEquals(1, alarms(LevelWatch.READINGS, 2_000), "captured frames were lost");
    }
}
