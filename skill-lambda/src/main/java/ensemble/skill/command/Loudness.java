package ensemble.skill.command;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Volume;
import ensemble.skill.household.Household;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Volume of several speakers as one. It is the loudest's; setting it scales all by one ratio, so that the balance stays. Out of
 * silence, where no ratio is known, all get the same; and whoever was heard stays heard above zero. Pure.
 */
final class Loudness {
    private Loudness() {}

    static Volume of(Collection<SpeakerId> speakers, RoutingWish wish) {
        return speakers.stream()
                .map(id -> wish.of(id).volume())
                .max(Volume::compareTo)
                .orElse(Volume.SILENT);
    }

    static RoutingWish set(Household house, Subject subject, Volume volume, RoutingWish was) {
        Set<SpeakerId> members = members(subject, house);
        int loudest = of(members, was).points();
        Map<OutputId, Volume> heard = new HashMap<>();
        for (SpeakerConfig speaker : house.config().speakers()) {
            if (members.contains(speaker.id())) {
                Volume now = scaled(was.of(speaker.id()).volume().points(), loudest, volume.points());
                heard.merge(speaker.output(), now, (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerConfig speaker : house.config().speakers()) {
            Volume now = heard.get(speaker.output());
            if (now != null) {
                speakers.put(speaker.id(), was.of(speaker.id()).at(now));
            }
        }
        return was.with(speakers);
    }

    static RoutingWish adjusted(Household house, Subject subject, int points, RoutingWish was) {
        int loudest = of(members(subject, house), was).points();
        return set(house, subject, Volume.clamped((long) loudest + points), was);
    }

    private static Volume scaled(int points, int loudest, int target) {
        if (loudest == 0) {
            return new Volume(target);
        }
        long exact = Math.round((double) points * target / loudest);
        boolean staysHeard = points > 0 && target > 0;
        return Volume.clamped(staysHeard ? Math.max(1, exact) : exact);
    }

    /** Without those that merely share an output, whose volume says nothing about the group's. */
    private static Set<SpeakerId> members(Subject subject, Household house) {
        HouseConfig config = house.config();
        return subject instanceof Subject.OfGroup group
                ? config.group(group.id())
                        .map(GroupConfig::members)
                        .map(found -> Set.copyOf(found.keySet()))
                        .orElse(Set.of())
                : Concerned.of(subject, house).stream().collect(Collectors.toUnmodifiableSet());
    }
}
