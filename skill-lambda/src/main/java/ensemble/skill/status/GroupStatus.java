package ensemble.skill.status;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.Playback;
import ensemble.contract.value.Name;
import ensemble.contract.value.Volume;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be said of one group.
 *
 * @param on all its available members play, and at least one is available
 * @param reachable the hub is connected and at least one member is available
 * @param away members that are not available; all of them while the hub has never reported
 * @param volume its loudest member's
 * @param muted all its members are
 * @param playback never unknown: a group that is off is stopped
 */
public record GroupStatus(
        GroupId id,
        Name name,
        boolean on,
        boolean reachable,
        Set<SpeakerId> away,
        GroupSync sync,
        Volume volume,
        boolean muted,
        Playback playback) {
    public GroupStatus {
        away = java.util.Collections.unmodifiableSet(new TreeSet<>(away));
    }
}
