package ensemble.contract.state;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one hub's part of a house is made of.
 *
 * @param n the number of the last change, at least 0
 * @param speakers in the order people see them, at most 16, ids unique
 * @param groups in the order people see them, at most 16, ids unique, members known
 */
public record HouseConfig(long n, List<SpeakerConfig> speakers, List<GroupConfig> groups) {
    public static final HouseConfig EMPTY = new HouseConfig(0, List.of(), List.of());

    /** @throws IllegalArgumentException if a bound, a uniqueness or a membership is broken */
    public HouseConfig {
        Limits.checkSpeakers(speakers.size());
        Limits.checkGroups(groups.size());
        Set<SpeakerId> known = new HashSet<>();
        for (SpeakerConfig speaker : speakers) {
            if (!known.add(speaker.id())) {
                throw new IllegalArgumentException("speaker " + speaker.id() + " is listed twice");
            }
        }
        Set<GroupId> seen = new HashSet<>();
        for (GroupConfig group : groups) {
            if (!seen.add(group.id())) {
                throw new IllegalArgumentException("group " + group.id() + " is listed twice");
            }
            if (!known.containsAll(group.members().keySet())) {
                throw new IllegalArgumentException("group " + group.id() + " has a member that is no speaker");
            }
        }
        speakers = List.copyOf(speakers);
        groups = List.copyOf(groups);
    }

    public Optional<GroupConfig> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<SpeakerConfig> speaker(SpeakerId id) {
        return speakers.stream().filter(speaker -> speaker.id().equals(id)).findFirst();
    }
}
