package ensemble.gateway.sync.analysis;

import ensemble.sync.hold.Expected;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.Hearing;
import ensemble.sync.hold.Window;
import java.util.List;
import java.util.Optional;

/** Hears each speaker's mark in a window. */
@FunctionalInterface
public interface WindowAnalysis {
    /**
     * Decodes; the caller waits, some seconds.
     *
     * @param prints one for each mark
     * @param expected where to look first, one for each mark
     * @throws AnalysisFault if no answer came
     */
    List<Hearing> of(Window window, List<Fingerprint> prints, List<Optional<Expected>> expected)
            throws AnalysisFault, InterruptedException;
}
