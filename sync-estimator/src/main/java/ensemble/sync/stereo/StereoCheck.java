package ensemble.sync.stereo;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Likeness;
import ensemble.sync.estimate.Reason;
import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.TakeFile;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Judges a take of the stereo test file. */
public final class StereoCheck {
    /** Above this the first cancelled frequency lies where little is heard of it. */
    private static final double HIGHEST_NULL_HERTZ = 8000;

    private static final double NULL_WITHIN_DB = 6;

    private final Estimator estimator = new Estimator();

    /**
     * Reads and judges a file.
     *
     * @throws ensemble.wav.WavException if it cannot be read
     */
    public StereoVerdict check(Path file) throws IOException {
        return switch (TakeFile.read(file)) {
            case TakeFile.Reading.Fit fit -> check(fit.take());
            case TakeFile.Reading.Unfit unfit ->
                new StereoVerdict.Refused(unfit.why().reason(), List.of());
        };
    }

    /** Judges a take. */
    public StereoVerdict check(Take take) {
        Probe probe = StereoSignal.probe();
        return switch (estimator.estimate(take, probe)) {
            case Verdict.Refused refused -> new StereoVerdict.Refused(refused.reason(), silent(refused));
            case Verdict.Measured measured -> {
                SpeakerArrival right = measured.speakers().getLast();
                yield Likeness.sameSource(estimator, take, probe, right)
                        ? new StereoVerdict.Refused(Reason.MONO_COLLAPSE, List.of(Finding.MONO_COLLAPSE))
                        : measured(right);
            }
        };
    }

    private static List<Finding> silent(Verdict.Refused refused) {
        List<Finding> findings = new ArrayList<>();
        if (refused.reason() == Reason.SPEAKER_SILENT) {
            for (int speaker : refused.speakers()) {
                findings.add(speaker == 0 ? Finding.SILENT_LEFT : Finding.SILENT_RIGHT);
            }
        }
        return findings;
    }

    private static StereoVerdict measured(SpeakerArrival right) {
        double offset = right.offsetMicros();
        Side late = Math.abs(offset) <= right.uncertaintyMicros() ? Side.NEITHER : offset > 0 ? Side.RIGHT : Side.LEFT;
        List<Finding> findings = new ArrayList<>();
        if (right.reversed()) {
            findings.add(Finding.POLARITY);
        }
        OptionalDouble combNull = late == Side.NEITHER
                ? OptionalDouble.empty()
                : OptionalDouble.of((right.reversed() ? 1e6 : 0.5e6) / Math.abs(offset));
        boolean alike = Math.abs(right.levelDb().orElse(0)) <= NULL_WITHIN_DB;
        if (alike && combNull.orElse(Double.POSITIVE_INFINITY) <= HIGHEST_NULL_HERTZ) {
            findings.add(Finding.COMB_NULL);
        }
        return new StereoVerdict.Measured(
                offset, right.uncertaintyMicros(), late, right.levelDb(), Tier.of(offset), combNull, findings);
    }
}
