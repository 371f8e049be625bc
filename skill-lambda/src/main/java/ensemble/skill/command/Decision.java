package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.RoutingWish;
import java.util.Set;
import java.util.TreeSet;

/** What a command makes of a house. */
public sealed interface Decision {
    /**
     * @param next numbered one above the wish that stands
     * @param changed groups whose state this changes: on or off, volume, mute
     * @param moves whether it is one of those "play there" that Alexa may send several of at once
     */
    record Change(RoutingWish next, Set<GroupId> changed, boolean moves) implements Decision {
        public Change {
            changed = java.util.Collections.unmodifiableSet(new TreeSet<>(changed));
        }
    }

    /** The standing wish says so already; the hub's report still decides what is answered. */
    record Unchanged(long n) implements Decision {}

    record Refused(CannotKind kind) implements Decision {}
}
