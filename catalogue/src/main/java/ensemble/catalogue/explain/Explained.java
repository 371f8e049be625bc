package ensemble.catalogue.explain;

import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Symptom;
import java.util.List;
import java.util.Optional;

/**
 * What may be behind a symptom.
 *
 * @param symptom what was understood; empty if nothing was
 * @param causes likeliest first
 * @param myth a claim the words match better than any symptom
 * @param known every symptom there is an answer for, when nothing was understood
 */
public record Explained(
        String asked, Optional<Symptom> symptom, List<Likely> causes, Optional<Myth> myth, List<Symptom> known) {
    /**
     * One cause.
     *
     * @param share 0 to 1, all causes together 1
     * @param box the box's own evidence that speaks for it
     */
    public record Likely(Cause cause, double share, List<String> box) {}
}
