package ensemble.contract.state;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.OffsetMicros;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hub says of sync.
 *
 * @param groups every group it knows
 * @param offsets speakers whose arrival was measured, against the earliest
 */
public record SyncReport(SortedMap<GroupId, GroupSync> groups, SortedMap<SpeakerId, OffsetMicros> offsets) {
    public SyncReport {
        Limits.checkGroups(groups.size());
        Limits.checkSpeakers(offsets.size());
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }
}
