package ensemble.skill.voice;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SpeakerReport;
import ensemble.skill.household.Household;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What plays now, by the hub's own report. Pure. */
final class Playing {
    private Playing() {}

    /** Empty while the hub has never reported. */
    static Set<SpeakerId> speakers(Household house) {
        return house.reports()
                .routing()
                .map(RoutingReport::speakers)
                .map(speakers -> speakers.entrySet().stream()
                        .filter(speaker -> speaker.getValue().playing())
                        .map(java.util.Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** The group whose speakers that are there are exactly those that play; the one with the most members. */
    static Optional<GroupConfig> group(Household house) {
        Set<SpeakerId> playing = speakers(house);
        return house.config().groups().stream()
                .filter(group -> !playing.isEmpty() && there(house, group).equals(playing))
                .max(Comparator.comparingInt(group -> group.members().size()));
    }

    /** What "it" means when nothing is named. */
    static Place place(Household house) {
        return group(house).<Place>map(Place.OfGroup::new).orElseGet(Place.Everywhere::new);
    }

    /** What plays, in words: a group's name where one fits, else the speakers'. Empty if nothing does. */
    static Optional<String> words(Turn turn, Household house) {
        Set<SpeakerId> playing = speakers(house);
        if (playing.isEmpty()) {
            return Optional.empty();
        }
        List<ensemble.contract.value.Name> names =
                group(house).map(group -> List.of(group.name())).orElseGet(() -> Doing.names(house.config(), playing));
        return Optional.of(turn.phrases().words().all(names));
    }

    private static Set<SpeakerId> there(Household house, GroupConfig group) {
        Set<SpeakerId> there = new TreeSet<>(group.members().keySet());
        house.reports()
                .routing()
                .ifPresent(report -> there.removeIf(id -> {
                    SpeakerReport speaker = report.speakers().get(id);
                    return speaker == null || !speaker.connected();
                }));
        return there;
    }
}
