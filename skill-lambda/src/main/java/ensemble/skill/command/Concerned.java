package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Switching;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which speakers a command is about. Pure. */
final class Concerned {
    private Concerned() {}

    /** Those that share an output with them included, because they play as one. */
    static Set<SpeakerId> by(Command command, Household house) {
        return switch (command) {
            case Command.TurnOn on -> of(on.subject(), house);
            case Command.TurnOff off -> of(off.subject(), house);
            case Command.PlayOn moved -> of(moved.subject(), house);
            case Command.AlsoPlay also -> of(also.subject(), house);
            case Command.SetVolume set -> of(set.subject(), house);
            case Command.AdjustVolume adjusted -> of(adjusted.subject(), house);
            case Command.SetMute mute -> of(mute.subject(), house);
            case Command.Play play -> of(play.subject(), house);
            case Command.Pause pause -> of(pause.subject(), house);
            case Command.Everywhere all -> Switching.every(house.config());
            case Command.StopAll none -> Switching.every(house.config());
            case Command.RecallScene recalled -> playingIn(recalled.scene(), house);
            case Command.LeaveScene left -> playingIn(left.scene(), house);
            case Command.Next next -> Set.of();
            case Command.Previous previous -> Set.of();
            case Command.Perform once -> Set.of();
        };
    }

    /** Empty for what the house does not have. Of the whole: what plays, or everything while nothing does. */
    static Set<SpeakerId> of(Subject subject, Household house) {
        HouseConfig config = house.config();
        return switch (subject) {
            case Subject.OfGroup _, Subject.OfSpeaker _ -> Switching.withSharers(named(subject, config), config);
            case Subject.Whole whole -> {
                Set<SpeakerId> playing = playing(house);
                yield playing.isEmpty() ? Switching.every(config) : playing;
            }
        };
    }

    /** What is wished to play now. */
    static Set<SpeakerId> playing(Household house) {
        RoutingWish standing = Standing.of(house);
        return Switching.every(house.config()).stream()
                .filter(id -> standing.of(id).on())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Why the house cannot mean it; empty if it can. */
    static Optional<CannotKind> unknown(Subject subject, HouseConfig config) {
        return switch (subject) {
            case Subject.OfGroup group ->
                config.group(group.id()).isPresent() ? Optional.empty() : Optional.of(CannotKind.NO_SUCH_GROUP);
            case Subject.OfSpeaker speaker ->
                config.speaker(speaker.id()).isPresent() ? Optional.empty() : Optional.of(CannotKind.NO_SUCH_SPEAKER);
            case Subject.Whole whole -> Optional.empty();
        };
    }

    /** Each act has its kind of subject; the transport and pairing are the box's own. */
    static Optional<CannotKind> unknown(Act act, Subject subject, HouseConfig config) {
        return switch (act) {
            case LINE_UP, LINE_UP_ALSO ->
                subject instanceof Subject.OfGroup ? unknown(subject, config) : Optional.of(CannotKind.NO_SUCH_GROUP);
            case IDENTIFY, RECONNECT ->
                subject instanceof Subject.OfSpeaker
                        ? unknown(subject, config)
                        : Optional.of(CannotKind.NO_SUCH_SPEAKER);
            case PAIR, PLAY, PAUSE, NEXT, PREVIOUS -> Optional.empty();
        };
    }

    /**
     * Whether turning exactly the subject's speakers would need half of an output: the others on it would be left the other way.
     *
     * @param on what the subject's speakers are to be
     * @param alone whether the others are to be off, wherever they are; else they stay as they are
     */
    static boolean tears(Subject subject, Household house, boolean on, boolean alone) {
        return Switching.tears(named(subject, house.config()), house.config(), Standing.of(house), on, alone);
    }

    private static Set<SpeakerId> named(Subject subject, HouseConfig config) {
        return switch (subject) {
            case Subject.OfGroup group ->
                config.group(group.id()).map(found -> found.members().keySet()).orElse(Set.of());
            case Subject.OfSpeaker speaker ->
                config.speaker(speaker.id()).isPresent() ? Set.of(speaker.id()) : Set.of();
            case Subject.Whole whole -> Switching.every(config);
        };
    }

    private static Set<SpeakerId> playingIn(SceneId id, Household house) {
        Optional<Scene> scene = house.habits().scene(id);
        return Switching.every(house.config()).stream()
                .filter(speaker -> scene.map(found -> found.speakers().get(speaker))
                        .filter(wish -> wish.on())
                        .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }
}
