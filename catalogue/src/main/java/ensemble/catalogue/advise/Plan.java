package ensemble.catalogue.advise;

import ensemble.catalogue.data.Procedure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method applied to certain speakers.
 *
 * @param plays names of what would play, at least two
 * @param coverage how much of it counts: speakers beyond the first
 * @param offsetMs between speakers; null unknown
 * @param costUsd null unknown
 * @param stereo whether left and right are kept apart
 * @param doubt how many things it rests on that sources doubt or contradict
 */
record Plan(
        List<String> plays,
        double coverage,
        @Nullable Double offsetMs,
        double costUsd,
        boolean stereo,
        int doubt,
        double distancePenalty,
        @Nullable Procedure procedure,
        List<Reason> chain) {
    Plan with(Reason reason) {
        List<Reason> longer = new ArrayList<>(chain);
        longer.add(reason);
        return new Plan(
                plays, coverage, offsetMs, costUsd, stereo, doubt, distancePenalty, procedure, List.copyOf(longer));
    }
}
