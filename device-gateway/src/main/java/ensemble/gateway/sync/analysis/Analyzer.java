package ensemble.gateway.sync.analysis;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import java.util.List;
import java.util.OptionalDouble;

/** The analysis itself: takes each speaker's drift out of the take, then asks the estimator. Pure. */
public final class Analyzer {
    private Analyzer() {}

    public static Finding analyze(float[] samples, Probe probe) {
        Take take = Take.of(samples, Sweep.RATE);
        return Drifts.of(samples, probe)
                .map(drifts -> found(
                        new Take(drifts.steadied(samples), take.clippedShare(), take.peak()),
                        probe,
                        drifts.ppm(),
                        OptionalDouble.of(drifts.startSeconds())))
                .orElseGet(() -> found(take, probe, List.of(), OptionalDouble.empty()));
    }

    private static Finding found(Take take, Probe probe, List<Double> ppm, OptionalDouble start) {
        Estimator estimator = new Estimator();
        Verdict verdict = estimator.estimate(take, probe);
        List<Fingerprint> prints = verdict instanceof Verdict.Measured
                ? estimator.responses(take, probe, Fingerprint.LEAD, Fingerprint.LENGTH).stream()
                        .map(Fingerprint::new)
                        .toList()
                : List.of();
        return new Finding(verdict, ppm, start, prints);
    }
}
