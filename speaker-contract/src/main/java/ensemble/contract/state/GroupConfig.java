package ensemble.contract.state;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.Name;
import ensemble.contract.value.SyncTier;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A named set of speakers.
 *
 * @param members at least one
 * @param target how close together it is meant to play
 */
public record GroupConfig(GroupId id, Name name, SortedMap<SpeakerId, Member> members, SyncTier target) {
    /** @throws IllegalArgumentException without members */
    public GroupConfig {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("group " + id + " has no speakers");
        }
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }
}
