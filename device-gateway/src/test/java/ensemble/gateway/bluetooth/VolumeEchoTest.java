package ensemble.gateway.bluetooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn of a volume was it? In virtual time; and against devices that answer as badly as they may. */
class VolumeEchoTest {
    private static final long SECOND = 1_000_000_000L;

    private final VolumeEcho speaker = new VolumeEcho(false);
    private final VolumeEcho echo = new VolumeEcho(true);
    private long now = 5 * SECOND;

    private int turns(VolumeEcho device, int said) {
        return device.see(OptionalInt.of(said), now).isPresent() ? 1 : 0;
    }

    private OptionalInt write(VolumeEcho device) {
        OptionalInt due = device.due(now);
        if (due.isPresent()) {
            device.wrote(now);
        }
        return due;
    }

    @Test
    void theFirstThatADeviceSaysIsNobodysTurn() {
        assertEquals(0, turns(echo, 40));
        assertEquals(0, turns(speaker, 90));
        assertEquals(OptionalInt.empty(), write(speaker));
    }

    @Test
    void ourOwnEchoIsNobodysTurnAlsoWhenItIsRounded() {
        turns(speaker, 80);
        speaker.want(60);
        assertEquals(OptionalInt.of(60), write(speaker));
        now += SECOND;
        assertEquals(0, turns(speaker, 56));
        now += 60 * SECOND;
        assertEquals(OptionalInt.empty(), write(speaker), "its answer is taken as it is");
    }

    @Test
    void pressesInABurstAreToldAndPutBackOnceAfterIt() {
        turns(speaker, 80);
        int told = 0;
        for (int press = 1; press <= 4; press++) {
            now += SECOND / 3;
            told += turns(speaker, 80 + 8 * press);
            assertEquals(OptionalInt.empty(), write(speaker), "not in the middle of it");
        }
        assertEquals(4, told);
        now += 2 * SECOND;
        assertEquals(OptionalInt.of(80), write(speaker));
    }

    @Test
    void theEchosTurnIsTheNewWish() {
        turns(echo, 40);
        now += SECOND;
        assertEquals(1, turns(echo, 64));
        now += 60 * SECOND;
        assertEquals(OptionalInt.empty(), write(echo));
    }

    @Test
    void aSpeakerThatComesBackLouderIsPutBack() {
        turns(speaker, 80);
        assertEquals(0, speaker.see(OptionalInt.empty(), now).isPresent() ? 1 : 0);
        assertEquals(0, turns(speaker, 110));
        assertEquals(OptionalInt.of(80), write(speaker));
    }

    @Test
    void aSpeakerThatInsistsHasItsWay() {
        turns(speaker, 80);
        now += 10 * SECOND;
        turns(speaker, 110);
        now += 2 * SECOND;
        assertEquals(OptionalInt.of(80), write(speaker));
        now += SECOND / 2;
        turns(speaker, 80);
        now += 30 * SECOND;
        turns(speaker, 110);
        now += 30 * SECOND;
        assertEquals(OptionalInt.empty(), write(speaker));
    }

    /** A device that answers each write by whatever, whenever: it cannot draw us into writing for ever. */
    @Test
    void noDeviceCanMakeItLoop() {
        long seed = Long.getLong("ensemble.seed", 20261121L);
        Random random = new Random(seed);
        for (int device = 0; device < 500; device++) {
            VolumeEcho pinned = new VolumeEcho(random.nextBoolean());
            int step = 1 + random.nextInt(16);
            int most = 60 + random.nextInt(68);
            long lag = random.nextLong(10 * SECOND);
            int volume = 80;
            int writes = 0;
            long answerAt = Long.MAX_VALUE;
            int answer = 0;
            long at = 0;
            pinned.see(OptionalInt.of(volume), at);
            pinned.want(70);
            for (int tick = 0; tick < 3000; tick++) {
                at += SECOND / 10;
                if (at >= answerAt) {
                    volume = answer;
                    answerAt = Long.MAX_VALUE;
                }
                pinned.see(OptionalInt.of(volume), at);
                OptionalInt due = pinned.due(at);
                if (due.isPresent()) {
                    writes++;
                    pinned.wrote(at);
                    answer = Math.min(most, due.getAsInt() / step * step);
                    answerAt = at + lag;
                }
            }
            int told = writes;
            assertTrue(told <= 3, () -> "seed " + seed + ": " + told + " writes in five minutes without a person");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "13, 10", "64, 50", "76, 60", "127, 100"})
    void theEchosTenStepsAreTens(int absolute, int volume) {
        assertEquals(volume, VolumeMap.fromAbsolute(absolute));
        assertTrue(Math.abs(VolumeMap.toAbsolute(volume) - absolute) <= 1);
    }

    @Test
    void theBalanceIsKept() {
        assertEquals(new TreeMap<>(Map.of("a", 40, "b", 20)), VolumeMap.scaled(Map.of("a", 80, "b", 40), 40));
        assertEquals(new TreeMap<>(Map.of("a", 30, "b", 30)), VolumeMap.scaled(Map.of("a", 0, "b", 0), 30));
        assertEquals(63, VolumeMap.shifted(50, 80, 96));
        assertEquals(100, VolumeMap.shifted(95, 80, 127));
    }
}
