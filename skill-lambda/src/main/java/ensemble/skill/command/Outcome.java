package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.skill.household.Household;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The three honest answers. Each carries the house as it is known at that moment. */
public sealed interface Outcome {
    Household house();

    /**
     * The hub answered the wish and made it true.
     *
     * @param missing wished speakers that are away
     */
    record Done(Household house, long n, Set<SpeakerId> missing) implements Outcome {
        public Done {
            missing = Collections.unmodifiableSet(new TreeSet<>(missing));
        }
    }

    /** The wish stands and the hub has not answered yet. */
    record OnItsWay(Household house, long n) implements Outcome {}

    /** The wish will not take effect: it was never written, or has been taken back. */
    record Cannot(Household house, CannotKind kind) implements Outcome {}
}
