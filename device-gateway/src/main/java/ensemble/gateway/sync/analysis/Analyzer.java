package ensemble.gateway.sync.analysis;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.Verdict;
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
                .map(drifts -> {
                    Take steady = new Take(drifts.steadied(samples), take.clippedShare(), take.peak());
                    Verdict verdict = new Estimator().estimate(steady, probe);
                    return new Finding(verdict, drifts.ppm(), OptionalDouble.of(drifts.startSeconds()));
                })
                .orElseGet(() -> new Finding(new Estimator().estimate(take, probe), List.of(), OptionalDouble.empty()));
    }
}
