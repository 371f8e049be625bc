package ensemble.gateway.sync.analysis;

import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.SweepFinder;
import java.util.Optional;

/** Finds one speaker's sweep in what was heard. */
@FunctionalInterface
public interface SweepAnalysis {
    /**
     * Looks; the caller waits, a second or two.
     *
     * @param heard 48 kHz, the whole sweep in it
     * @return empty if it is not clear
     * @throws AnalysisFault if no answer came
     */
    Optional<SweepFinder.Found> of(float[] heard, Fingerprint print) throws AnalysisFault, InterruptedException;
}
