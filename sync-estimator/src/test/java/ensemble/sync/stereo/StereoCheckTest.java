package ensemble.sync.stereo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.sync.estimate.Air;
import ensemble.sync.estimate.Reason;
import ensemble.sync.estimate.Take;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.simulation.Circumstances;
import ensemble.sync.simulation.Noise;
import ensemble.sync.simulation.SimulatedTake;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StereoCheckTest {
    private static final float[][] FILE = StereoSignal.channels(false);

    private static Air air(int left, double leftGain, int right, double rightGain) {
        return new Air(9.5).with(FILE[0], 7000 + left, leftGain).with(FILE[1], 7000 + right, rightGain);
    }

    private static StereoVerdict.Measured measured(Air air) {
        StereoVerdict verdict = new StereoCheck().check(air.take());
        return assertInstanceOf(StereoVerdict.Measured.class, verdict, verdict::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, NEITHER, INAUDIBLE, studio-grade",
        "0, 9, RIGHT, IMAGE, studio-grade",
        "67, 0, LEFT, TIGHT, usable",
        "0, 480, RIGHT, TOGETHER, redo",
        "960, 0, LEFT, NONE, audible echo",
    })
    void saysWhichSideIsLateAndHowBadThatIs(int left, int right, Side late, Tier tier, String advice) {
        var verdict = measured(air(left, 0.5, right, 0.5));
        assertEquals((right - left) / 0.048, verdict.offsetMicros(), 1);
        assertEquals(late, verdict.late());
        assertEquals(tier, verdict.tier());
        assertEquals(advice, verdict.advice());
    }

    @Test
    void namesTheSideToTurnDown() {
        var verdict = measured(air(0, 0.5, 0, 0.35));
        assertEquals(Side.LEFT, verdict.turnDown());
        assertEquals(-3.1, verdict.levelDb().orElse(0), 0.1);
        assertEquals(Side.NEITHER, measured(air(0, 0.5, 0, 0.49)).turnDown());
    }

    @Test
    void findsAReversedSideAndTheFirstNull() {
        var reversed = measured(air(0, 0.5, 0, -0.5));
        assertEquals(List.of(Finding.POLARITY), reversed.findings());
        assertEquals(0, reversed.offsetMicros(), 1);
        var comb = measured(air(0, 0.5, 48, 0.5));
        assertEquals(List.of(Finding.COMB_NULL), comb.findings());
        assertEquals(500, comb.combNullHz().orElse(0), 1);
    }

    /** Unlike speakers in rooms: four in ten reversed ones once were not told, and some of these measured 0.3 ms wrong. */
    @Test
    void aReversedSideOfUnlikeSpeakersIsToldOrNothingIs() {
        System.out.println("seeds 500 to 509");
        int told = 0;
        int believed = 0;
        for (int seed = 500; seed < 510; seed++) {
            var how = Circumstances.quiet(25, Noise.PINK);
            var take = SimulatedTake.indoors(new SplittableRandom(seed), StereoSignal.probe(), 0.3, false, how);
            StereoVerdict verdict = new StereoCheck().check(Take.of(turned(take), take.rate()));
            boolean found = verdict.findings().contains(Finding.POLARITY);
            told += found ? 1 : 0;
            believed += !found && verdict instanceof StereoVerdict.Measured ? 1 : 0;
        }
        assertTrue(told >= 7, told + " told");
        assertTrue(believed <= 1, believed + " passed for not reversed");
    }

    /** The same take, with the right speaker's wires the other way round. */
    private static float[] turned(SimulatedTake take) {
        float[] samples = take.samples().clone();
        for (Slot slot : StereoSignal.probe().slotsOf(1)) {
            int arrival = (int) ((take.firstArrival() + take.offsets()[1]) * 48_000) + slot.start();
            int end = Math.min(samples.length, arrival - 2400 + Probe.SLOT_FRAMES);
            for (int i = arrival - 2400; i < end; i++) {
                samples[i] = -samples[i];
            }
        }
        return samples;
    }

    @Test
    void namesTheSilentSide() {
        assertEquals(
                new StereoVerdict.Refused(Reason.SPEAKER_SILENT, List.of(Finding.SILENT_LEFT)),
                new StereoCheck().check(new Air(9.5).with(FILE[1], 7000, 0.5).take()));
        assertEquals(
                new StereoVerdict.Refused(Reason.SPEAKER_SILENT, List.of(Finding.SILENT_RIGHT)),
                new StereoCheck().check(new Air(9.5).with(FILE[0], 7000, 0.5).take()));
    }

    @Test
    void bothSidesFromBothSpeakersIsACollapse() {
        Air air = new Air(9.5);
        for (float[] side : FILE) {
            air.with(side, 7000, 0.3).with(side, 7190, 0.25).with(side, 7800, 0.1);
        }
        assertEquals(
                new StereoVerdict.Refused(Reason.MONO_COLLAPSE, List.of(Finding.MONO_COLLAPSE)),
                new StereoCheck().check(air.take()));
    }

    @Test
    void theToneFollowsTheSweepsOnBothSidesAndDisturbsNothing() {
        float[][] tone = StereoSignal.channels(true);
        int end = FILE[0].length;
        for (int i = end; i < tone[0].length; i++) {
            assertEquals(tone[0][i], tone[1][i]);
        }
        double seconds = tone[0].length / 48_000.0;
        assertTrue(seconds > 15 && seconds < 25, seconds + " s");
        var air = new Air(seconds + 1).with(tone[0], 5000, 0.5).with(tone[1], 5024, 0.5);
        assertEquals(500, measured(air).offsetMicros(), 1);
    }
}
