package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.skill.household.Household;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a command into the next wish. Pure: the same house and command give the same decision. */
public final class CommandDesk {
    private CommandDesk() {}

    public static Decision decide(Command command, Household house) {
        return switch (command) {
            case Command.TurnOn on -> forGroup(house, on.group(), (group, was) -> added(house.config(), group, was));
            case Command.TurnOff off ->
                forGroup(house, off.group(), (group, was) -> removed(house.config(), group, was));
            case Command.PlayOn moved ->
                forGroup(house, moved.group(), (group, was) -> added(house.config(), group, silenced(was)));
            case Command.Everywhere all -> decided(house, everywhere(house.config(), Standing.of(house)));
            case Command.StopAll none -> decided(house, silenced(Standing.of(house)));
        };
    }

    /**
     * The speakers that a command is about; those that share an output with them included, because they play
     * as one.
     */
    public static Set<SpeakerId> wanted(Command command, HouseConfig config) {
        return switch (command) {
            case Command.TurnOn on -> speakersOf(config, on.group());
            case Command.TurnOff off -> speakersOf(config, off.group());
            case Command.PlayOn moved -> speakersOf(config, moved.group());
            case Command.Everywhere all -> everySpeaker(config);
            case Command.StopAll none -> everySpeaker(config);
        };
    }

    private interface Change {
        RoutingWish of(GroupConfig group, RoutingWish was);
    }

    private static Decision forGroup(Household house, GroupId id, Change change) {
        Optional<GroupConfig> group = house.config().group(id);
        if (group.isEmpty()) {
            return new Decision.Refused(CannotKind.NO_SUCH_GROUP);
        }
        return decided(house, change.of(group.get(), Standing.of(house)));
    }

    private static Decision decided(Household house, RoutingWish changed) {
        RoutingWish stored = house.route().wish();
        RoutingWish standing = Standing.of(house);
        HouseConfig config = house.config();
        if (same(config, changed, stored) && same(config, changed, standing)) {
            return new Decision.Unchanged(stored.n());
        }
        SortedMap<SpeakerId, SpeakerWish> whole = new TreeMap<>();
        config.speakers().forEach(speaker -> whole.put(speaker.id(), changed.of(speaker.id())));
        Set<GroupId> differing = config.groups().stream()
                .filter(group -> isOn(group, changed) != isOn(group, standing))
                .map(GroupConfig::id)
                .collect(Collectors.toSet());
        return new Decision.Change(new RoutingWish(stored.n() + 1, whole, stored.tickets()), differing);
    }

    private static boolean same(HouseConfig config, RoutingWish one, RoutingWish other) {
        return config.speakers().stream().map(SpeakerConfig::id).allMatch(id -> one.of(id)
                .equals(other.of(id)));
    }

    private static boolean isOn(GroupConfig group, RoutingWish wish) {
        return group.members().keySet().stream().allMatch(id -> wish.of(id).on());
    }

    private static RoutingWish added(HouseConfig config, GroupConfig group, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerId id : speakersOf(config, group.id())) {
            SpeakerWish on = was.of(id).turned(true);
            Member member = group.members().get(id);
            speakers.put(id, member == null ? on : on.as(member.role()));
        }
        return was.with(speakers);
    }

    private static RoutingWish removed(HouseConfig config, GroupConfig group, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerId id : speakersOf(config, group.id())) {
            speakers.put(id, was.of(id).turned(false));
        }
        return was.with(speakers);
    }

    private static RoutingWish silenced(RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        speakers.replaceAll((id, speaker) -> speaker.turned(false));
        return was.with(speakers);
    }

    private static RoutingWish everywhere(HouseConfig config, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        config.speakers()
                .forEach(speaker ->
                        speakers.put(speaker.id(), was.of(speaker.id()).turned(true)));
        return was.with(speakers);
    }

    private static Set<SpeakerId> everySpeaker(HouseConfig config) {
        return config.speakers().stream().map(SpeakerConfig::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<SpeakerId> speakersOf(HouseConfig config, GroupId id) {
        Set<SpeakerId> members =
                config.group(id).map(group -> group.members().keySet()).orElse(Set.of());
        Set<OutputId> outputs = config.speakers().stream()
                .filter(speaker -> members.contains(speaker.id()))
                .map(SpeakerConfig::output)
                .collect(Collectors.toSet());
        return config.speakers().stream()
                .filter(speaker -> outputs.contains(speaker.output()))
                .map(SpeakerConfig::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
