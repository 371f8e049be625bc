package ensemble.sync.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.sync.probe.Probe;
import ensemble.sync.simulation.Circumstances;
import ensemble.sync.simulation.Noise;
import ensemble.sync.simulation.SimulatedTake;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EstimatorTest {
    private static final long SEED = 77;
    private static final Estimator ESTIMATOR = new Estimator();

    private static Air air(Probe probe, int lead, int... later) {
        Air air = new Air(probe.seconds() + lead / 48_000.0 + 1);
        for (int i = 0; i < later.length; i++) {
            air.with(probe.channel(i), lead + later[i], 0.5 - 0.1 * i);
        }
        return air;
    }

    private static Verdict.Measured measured(Verdict verdict) {
        return assertInstanceOf(Verdict.Measured.class, verdict, verdict::toString);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "5000, 1", "5000, -480", "90000, 23999", "24500, -24000"})
    void findsTheProbeAndTheOffsetAnywhere(int lead, int later) {
        Probe probe = Probe.of(2);
        var verdict = measured(ESTIMATOR.estimate(air(probe, lead, 0, later).take(), probe));
        assertEquals(later / 0.048, verdict.speakers().get(1).offsetMicros(), 1);
        assertEquals(
                20 * Math.log10(0.4 / 0.5), verdict.speakers().get(1).levelDb().orElse(99), 0.1);
        assertEquals(0, verdict.micPpm(), 0.5);
    }

    @Test
    void swappedSpeakersTurnTheSignRound() {
        Probe probe = Probe.of(2);
        double there = measured(ESTIMATOR.estimate(air(probe, 900, 0, 333).take(), probe))
                .speakers()
                .get(1)
                .offsetMicros();
        double back = measured(ESTIMATOR.estimate(air(probe, 900, 333, 0).take(), probe))
                .speakers()
                .get(1)
                .offsetMicros();
        assertEquals(there, -back, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 32_000})
    void anyRateAndAFastMicrophoneAreMeasured(int rate) {
        Probe probe = Probe.of(3);
        System.out.println("seed " + SEED);
        var how = Circumstances.quiet(25, Noise.PINK).withMicPpm(80).withRate(rate);
        SimulatedTake simulated = SimulatedTake.indoors(new SplittableRandom(SEED), probe, 0.3, false, how);
        var verdict = measured(ESTIMATOR.estimate(Take.of(simulated.samples(), rate), probe));
        assertEquals(80, verdict.micPpm(), 3);
        for (int i = 1; i < 3; i++) {
            assertEquals(simulated.offsets()[i] * 1e6, verdict.speakers().get(i).offsetMicros(), 60);
        }
    }

    /** The comparison once went over to the reflection, half a millisecond from where the sound begins. */
    @Test
    void aReflectionLouderThanTheDirectSoundIsNotTakenForIt() {
        Probe probe = Probe.of(2);
        Air air = air(probe, 5000, 0, 300).with(probe.channel(1), 5000 + 300 + 20, 0.45);
        var verdict = measured(ESTIMATOR.estimate(air.take(), probe));
        assertEquals(300 / 0.048, verdict.speakers().get(1).offsetMicros(), 60);
    }

    /** Of a speaker with two visits one had jumped away, and the whole speaker passed for silent. */
    @Test
    void aJumpOfOneOfTwoVisitsIsAJump() {
        Probe probe = Probe.of(5);
        System.out.println("seed " + SEED);
        var how = Circumstances.quiet(25, Noise.PINK).withJump(-0.030);
        SimulatedTake take = SimulatedTake.indoors(new SplittableRandom(SEED), probe, 0.3, false, how);
        Verdict verdict = ESTIMATOR.estimate(Take.of(take.samples(), take.rate()), probe);
        assertEquals(new Verdict.Refused(Reason.LATENCY_JUMPED, List.of(1)), verdict);
    }

    @Test
    void aSpeakersResponseHasItsArrivalWhereItWasAskedFor() {
        Probe probe = Probe.of(2);
        Take take = air(probe, 5000, 0, 333).take();
        for (float[] response : ESTIMATOR.responses(take, probe, 96, 500)) {
            int largest = 0;
            for (int k = 0; k < response.length; k++) {
                largest = Math.abs(response[k]) > Math.abs(response[largest]) ? k : largest;
            }
            assertEquals(500, response.length);
            assertEquals(96, largest, 1);
        }
    }

    @Test
    void sixteenSpeakersAtOnceAreKeptApart() {
        Probe probe = Probe.of(16);
        Air air = new Air(probe.seconds() + 1.2);
        for (int i = 0; i < 16; i++) {
            air.with(probe.channel(i), 3000 + 700 * i, 0.4);
        }
        var verdict = measured(ESTIMATOR.estimate(air.take(), probe));
        for (int i = 0; i < 16; i++) {
            assertEquals(700 * i / 0.048, verdict.speakers().get(i).offsetMicros(), 1);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Reason.CLIPPED, (UnaryOperator<Circumstances>) how -> how.withOverdrive(2), List.of()),
                Arguments.of(Reason.SPEAKER_SILENT, (UnaryOperator<Circumstances>) how -> how.withMuted(0), List.of(0)),
                Arguments.of(Reason.SPEAKER_SILENT, (UnaryOperator<Circumstances>) how -> how.withMuted(2), List.of(2)),
                Arguments.of(
                        Reason.LATENCY_JUMPED, (UnaryOperator<Circumstances>) how -> how.withJump(0.040), List.of(1)),
                Arguments.of(
                        Reason.LATENCY_JUMPED, (UnaryOperator<Circumstances>) how -> how.withJump(0.004), List.of(1)),
                Arguments.of(
                        Reason.RECORDING_GAP,
                        (UnaryOperator<Circumstances>) how -> how.withLostFrames(480),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsBrokenIsRefusedByName(Reason reason, UnaryOperator<Circumstances> how, List<Integer> about) {
        Probe probe = Probe.of(3);
        System.out.println("seed " + SEED);
        SimulatedTake take = SimulatedTake.indoors(
                new SplittableRandom(SEED), probe, 0.3, false, how.apply(Circumstances.quiet(25, Noise.PINK)));
        Verdict verdict = ESTIMATOR.estimate(Take.of(take.samples(), take.rate()), probe);
        assertEquals(new Verdict.Refused(reason, about), verdict);
    }

    @Test
    void anAutomaticGainLeavesTheOffsetsAndTakesTheLevels() {
        Probe probe = Probe.of(2);
        System.out.println("seed " + SEED);
        var how = Circumstances.quiet(20, Noise.PINK).withAutomaticGain();
        SimulatedTake take = SimulatedTake.indoors(new SplittableRandom(SEED), probe, 0.3, false, how);
        var verdict = measured(ESTIMATOR.estimate(Take.of(take.samples(), take.rate()), probe));
        assertEquals(take.offsets()[1] * 1e6, verdict.speakers().get(1).offsetMicros(), 60);
        assertTrue(verdict.speakers().get(1).levelDb().isEmpty());
    }

    /** Speech is louder in one sweep than before it: what a speaker's sweeps have in common is free of it. */
    @Test
    void voicesInTheRoomDoNotPassForLevel() {
        Probe probe = Probe.of(2);
        System.out.println("seed " + (SEED + 1));
        SplittableRandom random = new SplittableRandom(SEED + 1);
        List<Double> errors = new ArrayList<>();
        for (int take = 0; take < 12; take++) {
            SimulatedTake simulated =
                    SimulatedTake.indoors(random, probe, 0.4, false, Circumstances.quiet(5, Noise.BABBLE));
            var verdict = measured(ESTIMATOR.estimate(Take.of(simulated.samples(), simulated.rate()), probe));
            double level = verdict.speakers().get(1).levelDb().orElseThrow();
            errors.add(Math.abs(level - simulated.levels()[1]));
        }
        errors.sort(Double::compare);
        assertTrue(errors.get(10) < 0.3, "all but one, dB: " + errors);
    }

    @Test
    void aTakeThatHoldsNoWholeProbeIsRefused() {
        Probe probe = Probe.of(2);
        float[] whole = air(probe, 5000, 0, 100).samples();
        assertRefused(Reason.TOO_SHORT, java.util.Arrays.copyOf(whole, 48_000));
        int cut = probe.slots().getFirst().start() + 10_000;
        assertRefused(Reason.TAKE_INCOMPLETE, java.util.Arrays.copyOfRange(whole, cut, whole.length));
        assertRefused(Reason.TAKE_INCOMPLETE, java.util.Arrays.copyOf(whole, probe.frames() - 40_000));
        assertRefused(Reason.PROBE_NOT_FOUND, new Air(12).samples());
        assertRefused(Reason.TOO_QUIET, new float[600_000]);
        assertRefused(Reason.TOO_LONG, new float[301 * 48_000]);
    }

    private static void assertRefused(Reason reason, float[] samples) {
        Verdict verdict = ESTIMATOR.estimate(Take.of(samples, 48_000), Probe.of(2));
        assertEquals(
                reason,
                assertInstanceOf(Verdict.Refused.class, verdict, verdict::toString)
                        .reason());
    }
}
