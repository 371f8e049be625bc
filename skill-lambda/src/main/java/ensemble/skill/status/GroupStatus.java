package ensemble.skill.status;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupSync;
import ensemble.contract.value.Name;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be said of one group.
 *
 * @param on all its available members play, and at least one is available
 * @param reachable the hub is connected and at least one member is available
 * @param away members that are not available; all of them while the hub has never reported
 */
public record GroupStatus(GroupId id, Name name, boolean on, boolean reachable, Set<SpeakerId> away, GroupSync sync) {
    public GroupStatus {
        away = java.util.Collections.unmodifiableSet(new TreeSet<>(away));
    }
}
