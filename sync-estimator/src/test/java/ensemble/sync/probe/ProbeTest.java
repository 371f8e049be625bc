package ensemble.sync.probe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProbeTest {
    @Test
    void goesThereAndBackAndUpToFourSpeakersOnceMore() {
        assertEquals(List.of(0, 1, 1, 0, 0, 1), order(2));
        assertEquals(List.of(0, 1, 2, 2, 1, 0, 0, 1, 2), order(3));
        assertEquals(List.of(0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 0), order(5));
    }

    private static List<Integer> order(int speakers) {
        return Probe.of(speakers).slots().stream().map(Slot::speaker).toList();
    }

    @Test
    void fourSpeakersTakeNoMoreThanFifteenSeconds() {
        assertTrue(Probe.of(4).seconds() <= 15, Probe.of(4).seconds() + " s");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 16})
    void onlyOneSpeakerSweepsAtATimeAndVisitsAreDifferentlyFarApart(int speakers) {
        Probe probe = Probe.of(speakers);
        float[][] channels =
                IntStream.range(0, speakers).mapToObj(probe::channel).toArray(float[][]::new);
        int first = probe.slots().getFirst().start();
        for (int at = first; at < probe.frames(); at++) {
            int sounding = 0;
            for (float[] channel : channels) {
                sounding += channel[at] == 0 ? 0 : 1;
            }
            assertTrue(sounding <= 1, "at " + at);
        }
        Set<Integer> distances = new HashSet<>();
        for (int i = 0; i < speakers; i++) {
            List<Slot> visits = probe.slotsOf(i);
            assertTrue(distances.add(visits.get(1).start() - visits.get(0).start()));
        }
    }

    @Test
    void theSameNumberGivesTheSameSamples() {
        assertArrayEquals(Probe.of(3).channel(1), Probe.of(3).channel(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 17})
    void otherNumbersAreRefused(int speakers) {
        assertThrows(IllegalArgumentException.class, () -> Probe.of(speakers));
    }
}
