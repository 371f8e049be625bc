package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoomEngineTest {
    private static final double EXACT = 0.01;

    private static RoomConfig one(double latencyMs, double ppm, double gainDb) {
        return new RoomConfig(List.of(new VirtualSpeaker("s", "S", "spk.s", latencyMs, ppm, gainDb)), 5, -200, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.005, 0.02, 150, 165.25, 180.3, 210.7, 1234.5678, 2999.99})
    void theDelayIsExactToAHundredthOfASample(double latencyMs) {
        float[] noise = Delays.noise(192_000, 1);
        EngineRun run = new EngineRun(one(latencyMs, 0, 0), 192_000).until(192_000, noise, 480);

        assertEquals(latencyMs * 48, run.lag(0, 170_000), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"80", "-80", "20", "-8", "12.5"})
    void aFastClockMakesTheDelayShrinkByItsPpm(double ppm) {
        int seconds = 22;
        float[] noise = Delays.noise(seconds * 48_000, 2);
        EngineRun run = new EngineRun(one(180.3, ppm, 0), noise.length).until(noise.length, noise, 333);

        double early = run.lag(0, 48_000);
        double late = run.lag(0, 21 * 48_000);
        assertEquals(180.3 * 48 - ppm * 1e-6 * 48_000, early, EXACT);
        assertEquals(180.3 * 48 - ppm * 1e-6 * 21 * 48_000, late, EXACT);
        assertEquals(180.3 - ppm * 1e-3 * seconds, run.engine.state(0).delayMs(), 1e-6);
    }

    @Test
    void blocksOfAnyLengthGiveTheSameSamples() {
        long seed = 77;
        float[] noise = Delays.noise(100_000, 3);
        RoomConfig config = new RoomConfig(RoomConfig.demo(4, 9).speakers(), 9);
        EngineRun even = new EngineRun(config, 100_000).until(100_000, noise, 480);
        EngineRun odd = new EngineRun(config, 100_000).until(100_000, noise, new SplittableRandom(seed));

        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 100_000; k++) {
                assertEquals(even.emissions[i][k], odd.emissions[i][k], 1e-6f, "seed " + seed + " frame " + k);
            }
        }
        for (int k = 0; k < 100_000; k++) {
            assertEquals(even.mic[k], odd.mic[k], 1e-6f, "mic, frame " + k);
        }
    }

    @Test
    void aStallIsSilenceAndThenEverythingThatMuchLaterWithNothingLost() {
        float[] noise = Delays.noise(144_000, 4);
        EngineRun still = new EngineRun(one(10, 0, 0), 144_000).until(144_000, noise, 480);
        EngineRun run = new EngineRun(one(10, 0, 0), 144_000).until(48_000, noise, 480);
        run.engine.change(0, SpeakerChange.stallMs(300));
        run.until(144_000, noise, 480);

        int stall = 14_400;
        for (int k = 48_000; k < 48_000 + stall; k++) {
            assertEquals(0f, run.emissions[0][k]);
        }
        for (int k = 48_000 + stall; k < 144_000; k++) {
            assertEquals(still.emissions[0][k - stall], run.emissions[0][k], 1e-6f, "frame " + k);
        }
        assertEquals(300, run.engine.state(0).stalledMs());
        assertEquals(310, run.engine.state(0).delayMs(), 1e-9);
    }

    @Test
    void stallsThatAddUpToMoreThanASpeakerHoldsAreRefused() {
        RoomEngine engine = new RoomEngine(one(2000, 0, 0));
        engine.change(0, SpeakerChange.stallMs(2000));
        String told = assertThrows(IllegalArgumentException.class, () -> engine.change(0, SpeakerChange.stallMs(1500)))
                .getMessage();

        assertEquals("S already lags by 4000 ms; with this stall it would be over 5000", told);
    }

    @Test
    void aDroppedSpeakerIsSilentAndReturnsWithALatencyDrawnFromTheSeed() {
        float[] noise = Delays.noise(144_000, 5);
        EngineRun run = new EngineRun(one(150, 0, 0), 144_000).until(48_000, noise, 480);
        run.engine.change(0, SpeakerChange.dropped());
        run.until(96_000, noise, 480);
        SpeakerState back = run.engine.change(0, SpeakerChange.returned());
        run.until(144_000, noise, 480);

        for (int k = 48_000; k < 96_000; k++) {
            assertEquals(0f, run.emissions[0][k]);
        }
        assertEquals(back.latencyMs() * 48, run.lag(0, 134_000), EXACT);
        assertEquals(150, back.latencyMs(), 20);

        RoomEngine again = new RoomEngine(one(150, 0, 0));
        again.change(0, SpeakerChange.dropped());
        assertEquals(back, again.change(0, SpeakerChange.returned()));
        again.change(0, SpeakerChange.dropped());
        SpeakerState second = again.change(0, SpeakerChange.returned());
        assertNotEquals(back.latencyMs(), second.latencyMs());
        assertEquals(150, second.latencyMs(), 20);
    }

    @Test
    void aHundredReturnsSpreadOverTwentyMillisecondsAroundWhatWasSet() {
        RoomEngine engine = new RoomEngine(one(150, 0, 0));
        engine.change(0, SpeakerChange.latencyMs(400));
        double least = 400;
        double most = 400;
        for (int i = 0; i < 100; i++) {
            engine.change(0, SpeakerChange.dropped());
            double drawn = engine.change(0, SpeakerChange.returned()).latencyMs();
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
        }

        assertTrue(least >= 380 && least < 385, "least " + least);
        assertTrue(most <= 420 && most > 415, "most " + most);
    }

    @Test
    void aLatencyThatIsSetHoldsFromTheNextBlock() {
        float[] noise = Delays.noise(96_000, 6);
        EngineRun run = new EngineRun(one(150, 30, 0), 96_000).until(48_000, noise, 480);
        SpeakerState set = run.engine.change(0, SpeakerChange.latencyMs(99.5));
        run.engine.change(0, SpeakerChange.ppm(0));
        run.until(96_000, noise, 480);

        assertEquals(99.5, set.delayMs());
        assertEquals(99.5 * 48, run.lag(0, 86_000), EXACT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -2, -20, 6})
    void gainIsInDecibels(double db) {
        float[] noise = Delays.noise(20_000, 7);
        EngineRun plain = new EngineRun(one(10, 0, 0), 20_000).until(20_000, noise, 480);
        EngineRun run = new EngineRun(one(10, 0, db), 20_000).until(20_000, noise, 480);

        assertEquals(db, 20 * Math.log10(rms(run.emissions[0]) / rms(plain.emissions[0])), 1e-4);
    }

    @Test
    void theMicrophoneHearsTheSumOfTheArrivalsAndItsOwnNoise() {
        float[] noise = Delays.noise(96_000, 8);
        EngineRun run = new EngineRun(RoomConfig.demo(4, 3), 96_000).until(96_000, noise, 480);
        float[] rest = new float[96_000];
        for (int k = 0; k < 96_000; k++) {
            rest[k] = run.mic[k];
            for (float[] arrival : run.arrivals) {
                rest[k] -= arrival[k];
            }
        }

        assertEquals(-70, 20 * Math.log10(rms(rest)), 0.2);
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 96_000; k++) {
                assertEquals(run.emissions[i][k], run.arrivals[i][k]);
            }
        }
    }

    @Test
    void aWayThroughAirDelaysAndWeakensOnlyTheArrival() {
        VirtualSpeaker far = new VirtualSpeaker("s", "S", "spk.s", 20, 0, 0, new Acoustics(8.746, 6, List.of()));
        float[] noise = Delays.noise(96_000, 9);
        EngineRun run = new EngineRun(new RoomConfig(List.of(far), 1), 96_000).until(96_000, noise, 480);

        assertEquals(20 * 48, run.lag(0, 80_000), EXACT);
        double lag = Delays.lag(run.emissions[0], run.arrivals[0], 80_000, 1 << 14, 4_800);
        assertEquals(8.746 * 48 + RoomEngine.BULK_DELAY, lag, EXACT);
    }

    @Test
    void voicingColoursTheEmission() {
        // One-sample average: silence at half the sampling rate, all at zero frequency.
        Acoustics.Biquad soft = new Acoustics.Biquad(0.5, 0.5, 0, 0, 0);
        VirtualSpeaker voiced = new VirtualSpeaker("s", "S", "spk.s", 1, 0, 0, new Acoustics(0, 0, List.of(soft)));
        float[] noise = Delays.noise(20_000, 10);
        EngineRun plain = new EngineRun(one(1, 0, 0), 20_000).until(20_000, noise, 480);
        EngineRun run = new EngineRun(new RoomConfig(List.of(voiced), 1), 20_000).until(20_000, noise, 480);

        for (int k = 1; k < 20_000; k++) {
            float expected = 0.5f * (plain.emissions[0][k] + plain.emissions[0][k - 1]);
            assertEquals(expected, run.emissions[0][k], 1e-6f);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, -60})
    void aFastMicrophoneFallsBehindTheRoomsSamples(double ppm) {
        RoomConfig config = new RoomConfig(one(10, 0, 0).speakers(), 1, -200, ppm);
        float[] noise = Delays.noise(11 * 48_000, 11);
        EngineRun run = new EngineRun(config, noise.length).until(noise.length, noise, 480);

        double early = Delays.lag(run.arrivals[0], run.mic, 48_000, 1 << 14, 48_000);
        double late = Delays.lag(run.arrivals[0], run.mic, 10 * 48_000, 1 << 14, 48_000);
        assertEquals(ppm * 1e-6 * 9 * 48_000, late - early, EXACT);
    }

    @Test
    void aSpeakerThatRunsOutOfBufferStartsAnewAndCountsIt() {
        float[] noise = Delays.noise(48_000, 12);
        EngineRun run = new EngineRun(one(0.5, 1000, 0), 48_000).until(48_000, noise, 480);

        assertEquals(1, run.engine.state(0).restarts());
    }

    @Test
    void whatIsNoNumberAtASinkDoesNotStayInTheRoom() {
        float[] poison = Delays.noise(20_000, 13);
        poison[1_000] = Float.NaN;
        poison[1_001] = Float.POSITIVE_INFINITY;
        EngineRun run = new EngineRun(RoomConfig.demo(4, 1), 20_000).until(20_000, poison, 480);

        for (float sample : run.mic) {
            assertTrue(Float.isFinite(sample));
        }
    }

    @Test
    void timeCostsNoMemory() {
        float[] noise = Delays.noise(1_000, 14);
        RoomEngine engine = new RoomEngine(RoomConfig.demo(16, 1));
        RoomBlock block = new RoomBlock(16);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 200; i++) {
                block.begin(480, 0);
                System.arraycopy(noise, 0, block.sinks[i % 16], 0, 480);
                engine.process(block);
            }
            allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertEquals(0, allocated);
    }

    private static double rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / samples.length);
    }
}
