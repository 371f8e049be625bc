package ensemble.skill.editing;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Limits;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.command.CommandDesk;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Turns an edit into the next house. Pure. */
public final class HouseDesk {
    private HouseDesk() {}

    public static Draft decide(Edit edit, Household house) {
        return switch (edit) {
            case Edit.CreateGroup made -> created(made, house);
            case Edit.RenameGroup renamed -> renamed(renamed, house);
            case Edit.DeleteGroup gone -> changedGroup(house, gone.group(), group -> Optional.empty());
            case Edit.AddSpeakers more -> membersAdded(more, house);
            case Edit.RemoveSpeakers fewer -> membersRemoved(fewer, house);
            case Edit.AimAt aimed ->
                changedGroup(
                        house,
                        aimed.group(),
                        group -> Optional.of(
                                new GroupConfig(group.id(), group.name(), group.members(), aimed.target())));
            case Edit.RenameSpeaker renamed -> renamed(renamed, house);
            case Edit.ForgetSpeaker gone -> forgotten(gone.speaker(), house);
            case Edit.SaveScene saved -> saved(saved.name(), house);
            case Edit.DeleteScene gone -> deleted(gone.scene(), house);
            case Edit.Change change ->
                made(house, house.config(), house.habits().with(change.settings()));
        };
    }

    private interface GroupChange {
        /** Empty = it goes. */
        Optional<GroupConfig> of(GroupConfig group);
    }

    private static Draft created(Edit.CreateGroup edit, Household house) {
        HouseConfig config = house.config();
        if (edit.speakers().isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SPEAKERS);
        }
        if (!knows(config, edit.speakers())) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SPEAKER);
        }
        Optional<GroupConfig> same = config.groups().stream()
                .filter(group -> sounds(group.name(), edit.name()))
                .findFirst();
        if (same.isPresent()) {
            boolean isIt = same.get().members().keySet().equals(edit.speakers());
            return isIt
                    ? new Draft.Made(
                            config, house.habits(), Optional.of(same.get().id().value()), List.of())
                    : new Draft.Refused(EditRefusal.NAME_TAKEN);
        }
        if (NameRules.isReserved(edit.name().text())) {
            return new Draft.Refused(EditRefusal.NAME_RESERVED);
        }
        if (config.groups().size() == Limits.MOST_GROUPS) {
            return new Draft.Refused(EditRefusal.TOO_MANY_GROUPS);
        }
        SortedMap<SpeakerId, Member> members = new TreeMap<>();
        edit.speakers().forEach(id -> members.put(id, Member.plain(Role.STEREO)));
        Set<String> taken =
                config.groups().stream().map(group -> group.id().value()).collect(Collectors.toSet());
        GroupId id = new GroupId(NewIds.of(edit.name(), "group", taken));
        List<GroupConfig> groups = new ArrayList<>(config.groups());
        groups.add(new GroupConfig(id, edit.name(), members, SyncTier.TIGHT));
        return made(
                house,
                with(config, config.speakers(), groups),
                house.habits(),
                Optional.of(id.value()),
                NameRules.alike(edit.name(), house, Optional.empty()));
    }

    private static Draft renamed(Edit.RenameGroup edit, Household house) {
        if (house.config().group(edit.group()).isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SUCH_GROUP);
        }
        if (NameRules.isReserved(edit.name().text())) {
            return new Draft.Refused(EditRefusal.NAME_RESERVED);
        }
        boolean taken = house.config().groups().stream()
                .anyMatch(other -> !other.id().equals(edit.group()) && sounds(other.name(), edit.name()));
        if (taken) {
            return new Draft.Refused(EditRefusal.NAME_TAKEN);
        }
        List<GroupConfig> groups = house.config().groups().stream()
                .map(group -> group.id().equals(edit.group())
                        ? new GroupConfig(group.id(), edit.name(), group.members(), group.target())
                        : group)
                .toList();
        HouseConfig next = with(house.config(), house.config().speakers(), groups);
        Optional<String> own = Optional.of(edit.group().value());
        return made(house, next, house.habits(), Optional.empty(), NameRules.alike(edit.name(), house, own));
    }

    private static Draft membersAdded(Edit.AddSpeakers edit, Household house) {
        if (!knows(house.config(), edit.speakers())) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SPEAKER);
        }
        return changedGroup(house, edit.group(), group -> {
            SortedMap<SpeakerId, Member> members = new TreeMap<>(group.members());
            edit.speakers().forEach(id -> members.putIfAbsent(id, Member.plain(Role.STEREO)));
            return Optional.of(new GroupConfig(group.id(), group.name(), members, group.target()));
        });
    }

    private static Draft membersRemoved(Edit.RemoveSpeakers edit, Household house) {
        if (!knows(house.config(), edit.speakers())) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SPEAKER);
        }
        boolean leavesNone = house.config()
                .group(edit.group())
                .filter(group -> edit.speakers().containsAll(group.members().keySet()))
                .isPresent();
        return leavesNone
                ? new Draft.Refused(EditRefusal.NO_SPEAKERS)
                : changedGroup(house, edit.group(), group -> without(group, edit.speakers()));
    }

    private static Draft renamed(Edit.RenameSpeaker edit, Household house) {
        HouseConfig config = house.config();
        if (config.speaker(edit.speaker()).isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SPEAKER);
        }
        if (NameRules.isReserved(edit.name().text())) {
            return new Draft.Refused(EditRefusal.NAME_RESERVED);
        }
        boolean taken = config.speakers().stream()
                .anyMatch(other -> !other.id().equals(edit.speaker()) && sounds(other.name(), edit.name()));
        if (taken) {
            return new Draft.Refused(EditRefusal.NAME_TAKEN);
        }
        List<SpeakerConfig> speakers = config.speakers().stream()
                .map(one ->
                        one.id().equals(edit.speaker()) ? new SpeakerConfig(one.id(), edit.name(), one.output()) : one)
                .toList();
        Optional<String> own = Optional.of(edit.speaker().value());
        return made(
                house,
                with(config, speakers, config.groups()),
                house.habits(),
                Optional.empty(),
                NameRules.alike(edit.name(), house, own));
    }

    private static Draft forgotten(SpeakerId gone, Household house) {
        HouseConfig config = house.config();
        if (config.speaker(gone).isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SPEAKER);
        }
        List<SpeakerConfig> speakers =
                config.speakers().stream().filter(one -> !one.id().equals(gone)).toList();
        List<GroupConfig> groups = config.groups().stream()
                .flatMap(group -> without(group, Set.of(gone)).stream())
                .toList();
        List<Scene> scenes = house.habits().scenes().stream()
                .map(scene -> {
                    SortedMap<SpeakerId, SpeakerWish> left = new TreeMap<>(scene.speakers());
                    left.remove(gone);
                    return new Scene(scene.id(), scene.name(), left);
                })
                .toList();
        return made(house, with(config, speakers, groups), house.habits().with(scenes));
    }

    private static Draft saved(Name name, Household house) {
        Habits habits = house.habits();
        RoutingWish standing = CommandDesk.standing(house);
        SortedMap<SpeakerId, SpeakerWish> now = new TreeMap<>();
        house.config().speakers().forEach(speaker -> now.put(speaker.id(), standing.of(speaker.id())));
        Optional<Scene> same = habits.scenes().stream()
                .filter(scene -> sounds(scene.name(), name))
                .findFirst();
        if (same.isPresent()) {
            UnaryOperator<Scene> replaced =
                    scene -> scene.equals(same.get()) ? new Scene(scene.id(), scene.name(), now) : scene;
            List<Scene> scenes = habits.scenes().stream().map(replaced).toList();
            return made(
                    house,
                    house.config(),
                    habits.with(scenes),
                    Optional.of(same.get().id().value()),
                    List.of());
        }
        if (NameRules.isReserved(name.text())) {
            return new Draft.Refused(EditRefusal.NAME_RESERVED);
        }
        if (habits.scenes().size() == Scene.MOST) {
            return new Draft.Refused(EditRefusal.TOO_MANY_SCENES);
        }
        Set<String> taken =
                habits.scenes().stream().map(scene -> scene.id().value()).collect(Collectors.toSet());
        SceneId id = new SceneId(NewIds.of(name, "scene", taken));
        List<Scene> scenes = new ArrayList<>(habits.scenes());
        scenes.add(new Scene(id, name, now));
        return made(
                house,
                house.config(),
                habits.with(scenes),
                Optional.of(id.value()),
                NameRules.alike(name, house, Optional.empty()));
    }

    private static Draft deleted(SceneId gone, Household house) {
        if (house.habits().scene(gone).isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SUCH_SCENE);
        }
        List<Scene> left = house.habits().scenes().stream()
                .filter(scene -> !scene.id().equals(gone))
                .toList();
        return made(house, house.config(), house.habits().with(left));
    }

    private static Draft changedGroup(Household house, GroupId id, GroupChange change) {
        HouseConfig config = house.config();
        if (config.group(id).isEmpty()) {
            return new Draft.Refused(EditRefusal.NO_SUCH_GROUP);
        }
        List<GroupConfig> groups = config.groups().stream()
                .flatMap(group -> (group.id().equals(id) ? change.of(group) : Optional.of(group)).stream())
                .toList();
        return made(house, with(config, config.speakers(), groups), house.habits());
    }

    private static Optional<GroupConfig> without(GroupConfig group, Collection<SpeakerId> gone) {
        SortedMap<SpeakerId, Member> members = new TreeMap<>(group.members());
        members.keySet().removeAll(gone);
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new GroupConfig(group.id(), group.name(), members, group.target()));
    }

    private static Draft made(Household house, HouseConfig config, Habits habits) {
        return made(house, config, habits, Optional.empty(), List.of());
    }

    /** A change of habits alone raises the number too: there is one order of changes. */
    private static Draft made(
            Household house, HouseConfig config, Habits habits, Optional<String> id, List<NameWarning> warnings) {
        HouseConfig was = house.config();
        boolean same = habits.equals(house.habits())
                && config.speakers().equals(was.speakers())
                && config.groups().equals(was.groups());
        HouseConfig next = same ? was : new HouseConfig(was.n() + 1, config.speakers(), config.groups());
        return new Draft.Made(next, habits, id, warnings);
    }

    private static HouseConfig with(HouseConfig config, List<SpeakerConfig> speakers, List<GroupConfig> groups) {
        return new HouseConfig(config.n(), speakers, groups);
    }

    private static boolean knows(HouseConfig config, Collection<SpeakerId> speakers) {
        return speakers.stream().allMatch(id -> config.speaker(id).isPresent());
    }

    private static boolean sounds(Name one, Name other) {
        return NameRules.key(one.text()).equals(NameRules.key(other.text()));
    }
}
