package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Switching;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns a command into the next wish. Pure: the same house, command and time give the same decision. */
public final class CommandDesk {
    /**
     * Alexa switches the members of a group of her own one by one, and each "play there" would silence the one before. No person
     * says two such things within this time.
     */
    private static final Duration MOMENT = Duration.ofMillis(1_500);

    private CommandDesk() {}

    public static Decision decide(Command command, Household house, Instant now) {
        return switch (command) {
            case Command.TurnOn on ->
                house.habits().settings().turnOnMoves()
                        ? playing(house, on.subject(), now, false)
                        : turned(house, on.subject(), true, false, was -> Listening.added(house, on.subject(), was));
            case Command.TurnOff off ->
                turned(house, off.subject(), false, false, was -> Listening.removed(house, off.subject(), was));
            case Command.PlayOn moved ->
                turned(house, moved.subject(), true, true, was -> Listening.moved(house, moved.subject(), was));
            case Command.AlsoPlay also ->
                turned(house, also.subject(), true, false, was -> Listening.added(house, also.subject(), was));
            case Command.Everywhere all -> decided(house, Switching.everywhere(house.config(), Standing.of(house)));
            case Command.StopAll none -> decided(house, Switching.silenced(Standing.of(house)));
            case Command.SetVolume set ->
                known(house, set.subject(), was -> Loudness.set(house, set.subject(), set.volume(), was));
            case Command.AdjustVolume louder ->
                known(house, louder.subject(), was -> Loudness.adjusted(house, louder.subject(), louder.points(), was));
            case Command.SetMute mute ->
                known(
                        house,
                        mute.subject(),
                        was -> Switching.muted(Concerned.of(mute.subject(), house), mute.muted(), was));
            case Command.RecallScene recalled ->
                ofScene(
                        house,
                        recalled.scene(),
                        scene -> Listening.recalled(house.config(), scene, Standing.of(house)));
            case Command.LeaveScene left ->
                ofScene(house, left.scene(), scene -> Switching.removed(Concerned.by(left, house), Standing.of(house)));
            case Command.Play play -> playing(house, play.subject(), now, true);
            case Command.Pause pause -> pausing(house, pause.subject());
            case Command.Next next -> skipping(house, Act.NEXT);
            case Command.Previous previous -> skipping(house, Act.PREVIOUS);
            case Command.Perform once ->
                Concerned.unknown(once.act(), once.subject(), house.config())
                        .<Decision>map(Decision.Refused::new)
                        .orElseGet(() -> changed(
                                house,
                                Standing.of(house),
                                Optional.of(once.act()),
                                once.subject().ticketed(),
                                false));
        };
    }

    /** The speakers that a command is about; those that share an output with them included, because they play as one. */
    public static Set<SpeakerId> wanted(Command command, Household house) {
        return Concerned.by(command, house);
    }

    /** What is wished of every speaker now, as the next command counts from it. */
    public static RoutingWish standing(Household house) {
        return Standing.of(house);
    }

    private interface Change {
        RoutingWish of(RoutingWish was);
    }

    private interface Recall {
        RoutingWish of(Scene scene);
    }

    private static Decision known(Household house, Subject subject, Change change) {
        return Concerned.unknown(subject, house.config())
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> decided(house, change.of(Standing.of(house))));
    }

    /** A subject that is half of an output cannot be turned without the other half. */
    private static Decision turned(Household house, Subject subject, boolean on, boolean alone, Change change) {
        return Concerned.tears(subject, house, on, alone)
                ? new Decision.Refused(CannotKind.SHARED_OUTPUT)
                : known(house, subject, change);
    }

    private static Decision ofScene(Household house, SceneId id, Recall recall) {
        return house.habits()
                .scene(id)
                .map(scene -> decided(house, recall.of(scene)))
                .orElse(new Decision.Refused(CannotKind.NO_SUCH_SCENE));
    }

    /** @param go whether the Echo is to go on and mutes are to end, too */
    private static Decision playing(Household house, Subject subject, Instant now, boolean go) {
        Optional<CannotKind> unknown = Concerned.unknown(subject, house.config());
        if (unknown.isPresent()) {
            return new Decision.Refused(unknown.get());
        }
        RoutingWish was = Standing.of(house);
        boolean moves = !(subject instanceof Subject.Whole);
        if (moves && Concerned.tears(subject, house, true, true)) {
            return new Decision.Refused(CannotKind.SHARED_OUTPUT);
        }
        boolean isOneOfSeveral = house.route()
                .moved()
                .filter(at -> Duration.between(at, now).abs().compareTo(MOMENT) < 0)
                .isPresent();
        RoutingWish heard = moves
                ? isOneOfSeveral ? Listening.added(house, subject, was) : Listening.moved(house, subject, was)
                : was;
        RoutingWish audible = go ? Switching.muted(Concerned.of(subject, house), false, heard) : heard;
        boolean needsTheEcho = go && isControllable(house) && playback(house) != Playback.PLAYING;
        Optional<Act> act = needsTheEcho ? Optional.of(Act.PLAY) : Optional.empty();
        return changed(house, audible, act, "", moves);
    }

    private static Decision pausing(Household house, Subject subject) {
        Optional<CannotKind> unknown = Concerned.unknown(subject, house.config());
        if (unknown.isPresent()) {
            return new Decision.Refused(unknown.get());
        }
        RoutingWish was = Standing.of(house);
        Set<SpeakerId> playing = Concerned.playing(house);
        Set<SpeakerId> meant = Concerned.of(subject, house);
        Set<SpeakerId> paused = playing.stream().filter(meant::contains).collect(Collectors.toUnmodifiableSet());
        boolean othersListen = paused.size() < playing.size();
        if (paused.isEmpty() || !isControllable(house) || othersListen) {
            return decided(house, Switching.muted(paused, true, was));
        }
        boolean isPausedAlready = playback(house) == Playback.PAUSED || playback(house) == Playback.STOPPED;
        return changed(house, was, isPausedAlready ? Optional.empty() : Optional.of(Act.PAUSE), "", false);
    }

    private static Decision skipping(Household house, Act act) {
        return isControllable(house)
                ? changed(house, Standing.of(house), Optional.of(act), "", false)
                : new Decision.Refused(CannotKind.NOT_SUPPORTED);
    }

    private static Decision decided(Household house, RoutingWish changed) {
        return changed(house, changed, Optional.empty(), "", false);
    }

    private static Decision changed(
            Household house, RoutingWish changed, Optional<Act> act, String subject, boolean moves) {
        RoutingWish stored = house.route().wish();
        RoutingWish standing = Standing.of(house);
        HouseConfig config = house.config();
        if (act.isEmpty() && same(config, changed, stored) && same(config, changed, standing)) {
            return new Decision.Unchanged(stored.n());
        }
        SortedMap<SpeakerId, SpeakerWish> whole = new TreeMap<>();
        config.speakers().forEach(speaker -> whole.put(speaker.id(), changed.of(speaker.id())));
        RoutingWish next = new RoutingWish(stored.n() + 1, whole, stored.tickets());
        Set<GroupId> differing = config.groups().stream()
                .filter(group -> !state(group, changed).equals(state(group, standing)))
                .map(GroupConfig::id)
                .collect(Collectors.toSet());
        return new Decision.Change(act.map(some -> next.and(some, subject)).orElse(next), differing, moves);
    }

    private static boolean same(HouseConfig config, RoutingWish one, RoutingWish other) {
        return config.speakers().stream().map(SpeakerConfig::id).allMatch(id -> one.of(id)
                .equals(other.of(id)));
    }

    private record GroupState(boolean on, int points, boolean muted) {}

    private static GroupState state(GroupConfig group, RoutingWish wish) {
        Set<SpeakerId> members = group.members().keySet();
        return new GroupState(
                members.stream().allMatch(id -> wish.of(id).on()),
                Loudness.of(members, wish).points(),
                members.stream().allMatch(id -> wish.of(id).muted()));
    }

    private static boolean isControllable(Household house) {
        return house.reports()
                .health()
                .map(health -> health.echo().controllable())
                .orElse(false);
    }

    private static Playback playback(Household house) {
        return house.reports().routing().map(RoutingReport::playback).orElse(Playback.UNKNOWN);
    }
}
