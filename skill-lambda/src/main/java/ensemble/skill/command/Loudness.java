package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.JointVolume;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.value.Volume;
import ensemble.skill.household.Household;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The volume of what a command is about ({@link JointVolume}). Pure. */
final class Loudness {
    private Loudness() {}

    static Volume of(Collection<SpeakerId> speakers, RoutingWish wish) {
        return JointVolume.of(speakers, wish);
    }

    static RoutingWish set(Household house, Subject subject, Volume volume, RoutingWish was) {
        return JointVolume.set(house.config(), members(subject, house), volume, was);
    }

    static RoutingWish adjusted(Household house, Subject subject, int points, RoutingWish was) {
        int loudest = of(members(subject, house), was).points();
        return set(house, subject, Volume.clamped((long) loudest + points), was);
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
