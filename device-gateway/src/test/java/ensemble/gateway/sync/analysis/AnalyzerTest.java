package ensemble.gateway.sync.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speakers with clocks of their own, as the virtual room's are. */
final class AnalyzerTest {
    private static final double[] LATENCY = {200_000, 230_300, 260_700, 215_250};

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 4})
    void driftingSpeakersAreMeasuredWhereTheyAreInTheMiddleOfTheProbe(double times) {
        Probe probe = Probes.of(4);
        double[] ppm = {0, -12 * times, 8 * times, -20 * times};
        DriftingAir air = new DriftingAir(probe, LATENCY, ppm);

        Finding finding = Analyzer.analyze(air.take(1, 1e-3), probe);

        Verdict.Measured measured = assertInstanceOf(Verdict.Measured.class, finding.verdict());
        for (int speaker = 0; speaker < 4; speaker++) {
            assertEquals(
                    air.offset(speaker), measured.speakers().get(speaker).offsetMicros(), 10, "speaker " + speaker);
            assertEquals(ppm[speaker], finding.driftPpm().get(speaker), 0.5, "speaker " + speaker);
        }
    }

    /** Aligned, their sweeps lie on one grid, and one speaker's pattern, two places later, fits the sweeps of others. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void driftingSpeakersThatAreAlreadyTogetherAreMeasuredToo(int speakers) {
        Probe probe = Probes.of(speakers);
        double[] latency = new double[speakers];
        double[] ppm = new double[speakers];
        for (int speaker = 0; speaker < speakers; speaker++) {
            latency[speaker] = 880_000 + 40 * speaker;
            ppm[speaker] = speaker % 2 == 0 ? -4 * speaker : 8 * speaker;
        }
        DriftingAir air = new DriftingAir(probe, latency, ppm);

        Finding finding = Analyzer.analyze(air.take(4, 1e-3), probe);

        Verdict.Measured measured = assertInstanceOf(Verdict.Measured.class, finding.verdict());
        for (int speaker = 0; speaker < speakers; speaker++) {
            assertEquals(
                    air.offset(speaker), measured.speakers().get(speaker).offsetMicros(), 10, "speaker " + speaker);
            assertEquals(ppm[speaker], finding.driftPpm().get(speaker), 0.5, "speaker " + speaker);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {150, 400, 3_000, 40_000})
    void aJumpIsNoDriftAndIsRefused(double micros) {
        Probe probe = Probes.of(3);
        DriftingAir air = new DriftingAir(probe, LATENCY, new double[4]).jump(probe.seconds() * 0.75, micros);

        assertInstanceOf(
                Verdict.Refused.class,
                Analyzer.analyze(air.take(2, 1e-3), probe).verdict());
    }

    @Test
    void aFindingSurvivesItsWayOutOfTheProcess() throws Exception {
        Probe probe = Probes.of(2);
        DriftingAir air = new DriftingAir(probe, LATENCY, new double[] {0, 5});
        float[] take = air.take(3, 1e-3);

        Finding here = Analyzer.analyze(take, probe);
        Finding there = new ChildAnalysis().of(take, probe);

        assertEquals(FindingJson.of(here).toString(), FindingJson.of(there).toString());
        assertEquals(2, there.prints().size(), "how each is heard comes along");
    }
}
