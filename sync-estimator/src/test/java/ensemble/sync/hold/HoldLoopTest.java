package ensemble.sync.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.sync.hold.Decision.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The loop against speakers that are nothing but a latency over time, told of every 7.5 s. */
final class HoldLoopTest {
    private static final double HOP = 7.5;
    private static final double SIGMA = 10e-6;

    private final double[] latency;
    private final double[] ppm;
    private final HoldLoop loop;
    private final SplittableRandom random = new SplittableRandom(9);
    private double now = 100;
    private boolean silent;

    HoldLoopTest() {
        latency = new double[] {0.2, 0.2, 0.2, 0.2};
        ppm = new double[] {80, -80, 15, -40};
        loop = new HoldLoop(4);
    }

    private double uncorrected(int i, double at) {
        return latency[i] + ppm[i] * 1e-6 * (at - 100);
    }

    private double arrival(int i, double at) {
        return uncorrected(i, at) + loop.correction(i, at);
    }

    private Decision window() {
        double middle = now + HOP - HoldLoop.WINDOW / 2;
        now += HOP;
        List<Hearing> hearings = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double sum = 0;
            for (int k = 0; k < 16; k++) {
                sum += arrival(i, middle + (k - 7.5) / 16 * HoldLoop.WINDOW) / 16;
            }
            double rate = (arrival(i, middle + 7.5) - arrival(i, middle - 7.5)) / 15;
            hearings.add(
                    silent
                            ? new Hearing.Unheard(Hearing.Why.PAUSE)
                            : new Hearing.Heard(sum + SIGMA * random.nextGaussian(), rate * 1e6, SIGMA, 15));
        }
        return loop.hear(middle, now, hearings);
    }

    private double apart(int... speakers) {
        double[] arrivals =
                Arrays.stream(speakers).mapToDouble(i -> arrival(i, now)).toArray();
        return Arrays.stream(arrivals).max().orElseThrow()
                - Arrays.stream(arrivals).min().orElseThrow();
    }

    private void settle() {
        for (int k = 0; k < 12; k++) {
            window();
        }
        assertTrue(apart(0, 1, 2, 3) < 60e-6, apart(0, 1, 2, 3) + " s apart");
    }

    /** Drift was followed before anybody listened, and the first window reaches back to there: it once bent, and misled. */
    @Test
    void whatWasFollowedBeforeIsKnownToTheFirstWindow() {
        for (int i = 0; i < 4; i++) {
            loop.begin(i, now, -ppm[i]);
        }
        List<Hearing> together = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            together.add(new Hearing.Heard(0.2, 0, SIGMA, 15));
        }
        now += 14;

        loop.hear(now - 8, now, together);

        assertTrue(apart(0, 1, 2, 3) < 1e-6, apart(0, 1, 2, 3) + " s apart");
        for (int i = 0; i < 4; i++) {
            assertEquals(-6.25 - ppm[i], loop.correctionPpm(i, now), 0.1, "to the mean rate, speaker " + i);
        }
    }

    @Test
    void driftIsFollowed() {
        settle();
        for (int k = 0; k < 50; k++) {
            window();
            assertTrue(apart(0, 1, 2, 3) < 60e-6, apart(0, 1, 2, 3) + " s apart");
        }
        for (Standing one : loop.standings(now)) {
            assertEquals(0, one.offset(), 30e-6);
            assertTrue(one.sigma() < 20e-6);
        }
    }

    @Test
    void noCorrectionIsSteeperThanTwoHundredPpm() {
        latency[2] += 1.5e-3;
        double[] before = new double[4];
        for (int k = 0; k < 20; k++) {
            window();
            for (int i = 0; i < 4; i++) {
                for (double t = 0.1; t <= HOP; t += 0.1) {
                    double step = loop.correction(i, now + t) - loop.correction(i, now + t - 0.1);
                    assertTrue(Math.abs(step) <= 20.001e-6, step + " s in 0.1 s");
                }
                assertEquals(before[i], loop.correction(i, now), 200e-6 * HOP + 1e-9);
                before[i] = loop.correction(i, now);
            }
        }
        assertTrue(apart(0, 1, 2, 3) < 60e-6);
    }

    @Test
    void aStallIsMendedByAJumpOfThatSpeakerAloneOnceASecondWindowConfirmsIt() {
        settle();
        latency[1] += 0.3;
        assertEquals(List.of(), window().jumps());
        Decision second = window();
        assertEquals(1, second.jumps().size());
        assertEquals(1, second.jumps().getFirst().speaker());
        assertEquals(-0.3, second.jumps().getFirst().by(), 1e-3);
        assertEquals(Notice.NOTHING, second.notice());
        window();
        window();
        window();
        assertTrue(apart(0, 1, 2, 3) < 100e-6, apart(0, 1, 2, 3) + " s apart");
    }

    @Test
    void oneWrongWindowMovesNothing() {
        settle();
        latency[0] += 0.05;
        window();
        latency[0] -= 0.05;
        window();
        assertTrue(apart(0, 1, 2, 3) < 80e-6);
    }

    @Test
    void whereEverybodyStepsAlikeTheRecordingSlipped() {
        settle();
        for (int i = 0; i < 4; i++) {
            latency[i] += 0.02;
        }
        window();
        Decision second = window();
        assertEquals(List.of(), second.jumps());
        assertEquals(Notice.RECORDING_SLIPPED, second.notice());
        assertTrue(apart(0, 1, 2, 3) < 60e-6);
    }

    @Test
    void whereSeveralStepByTheirOwnTheMicrophoneMovedAndNothingIsDoneAnyMore() {
        settle();
        double[] ways = {0.8e-3, -0.6e-3, 0.5e-3, -0.9e-3};
        Arrays.setAll(latency, i -> latency[i] + ways[i]);
        window();
        double[] before = new double[4];
        Arrays.setAll(before, i -> loop.correction(i, now + 100));
        Decision second = window();
        assertEquals(Notice.MICROPHONE_MOVED, second.notice());
        assertEquals(Notice.MICROPHONE_MOVED, window().notice());
        for (int i = 0; i < 4; i++) {
            assertEquals(before[i], loop.correction(i, now + 100 - 2 * HOP), 1e-12);
        }
    }

    @Test
    void silenceHoldsAndNobodyActs() {
        settle();
        double then = now + 200;
        double[] planned = new double[4];
        Arrays.setAll(planned, i -> loop.correction(i, then));
        silent = true;
        for (int k = 0; k < 8; k++) {
            assertEquals(List.of(), window().jumps());
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(planned[i], loop.correction(i, then), 1e-12);
            assertTrue(loop.standings(now).get(i).heardAt() < now - 60);
        }
        assertTrue(apart(0, 1, 2, 3) < 300e-6, apart(0, 1, 2, 3) + " s apart");
    }
}
