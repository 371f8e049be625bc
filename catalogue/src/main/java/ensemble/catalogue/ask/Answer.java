package ensemble.catalogue.ask;

import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.name.Match;
import java.util.List;

/**
 * What is known about one model, or about two together.
 *
 * @param models one or two, in the order asked
 * @param canLink for one model alone: whether two of it can
 * @param ways likeliest first
 * @param against what speaks against it
 * @param conflicts every contradiction that touches the answer
 * @param instead what else would do, best first
 * @param known single facts about a model asked about alone
 */
public record Answer(
        List<Match> models,
        CanLink canLink,
        List<Way> ways,
        List<Against> against,
        List<Conflict> conflicts,
        List<String> instead,
        List<Fact> known) {
    /** A reason why not. */
    public record Against(String why, Evidence evidence) {}
}
