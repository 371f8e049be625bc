package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.RoutingWish;
import java.util.Set;
import java.util.TreeSet;

/** What a command makes of a house. */
public sealed interface Decision {
    /**
     * @param next numbered one above the wish that stands
     * @param changed groups that this turns on or off
     */
    record Change(RoutingWish next, Set<GroupId> changed) implements Decision {
        public Change {
            changed = java.util.Collections.unmodifiableSet(new TreeSet<>(changed));
        }
    }

    /** The standing wish says so already; the hub's report still decides what is answered. */
    record Unchanged(long n) implements Decision {}

    record Refused(CannotKind kind) implements Decision {}
}
