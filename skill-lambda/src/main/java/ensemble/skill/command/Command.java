package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.Act;
import ensemble.contract.value.Volume;
import ensemble.skill.household.SceneId;

/**
 * What a person wants. All but {@link AdjustVolume}, {@link Next} and {@link Perform} are absolute: said twice, they mean the
 * same.
 */
public sealed interface Command {
    /** The subject is heard too; or, where the house's setting says so, it alone. */
    record TurnOn(Subject subject) implements Command {
        public TurnOn(GroupId group) {
            this(Subject.of(group));
        }
    }

    /** The subject's speakers fall silent; the others play on. */
    record TurnOff(Subject subject) implements Command {
        public TurnOff(GroupId group) {
            this(Subject.of(group));
        }
    }

    /** The music moves there: exactly the subject's speakers play. */
    record PlayOn(Subject subject) implements Command {
        public PlayOn(GroupId group) {
            this(Subject.of(group));
        }
    }

    /** The subject is heard too, whatever the house's setting for turning on. */
    record AlsoPlay(Subject subject) implements Command {
        public AlsoPlay(GroupId group) {
            this(Subject.of(group));
        }
    }

    /** Every speaker of the house plays. */
    record Everywhere() implements Command {}

    /** No speaker plays. */
    record StopAll() implements Command {}

    /** The subject's loudest speaker gets this volume, the others keep their ratio to it. */
    record SetVolume(Subject subject, Volume volume) implements Command {}

    /**
     * Louder or softer, from the volume last wished.
     *
     * @param points -100 to 100; {@link #STEP} where a person gave no amount
     */
    record AdjustVolume(Subject subject, int points) implements Command {
        /** What "louder" is worth where no number is said. */
        public static final int STEP = 10;
    }

    record SetMute(Subject subject, boolean muted) implements Command {}

    /** Exactly what was saved is heard. */
    record RecallScene(SceneId scene) implements Command {}

    /** What plays in the scene falls silent. */
    record LeaveScene(SceneId scene) implements Command {}

    /**
     * The music goes on. A group or speaker that does not play gets it; where the Echo can be told, it is; whatever was muted is
     * heard again.
     */
    record Play(Subject subject) implements Command {}

    /**
     * The music halts. Where the Echo can be told and nobody else listens, it is; otherwise the subject is muted.
     */
    record Pause(Subject subject) implements Command {}

    /** The Echo's next title; only where the Echo can be told. */
    record Next() implements Command {}

    /** The Echo's title before; only where the Echo can be told. */
    record Previous() implements Command {}

    /** A one-shot act of the box, such as lining a group up or letting a speaker chime. */
    record Perform(Act act, Subject subject) implements Command {}

    /** Whether it can start sound, and so may not take effect late. */
    default boolean isAudible() {
        return switch (this) {
            case TurnOn on -> true;
            case PlayOn moved -> true;
            case AlsoPlay also -> true;
            case Everywhere all -> true;
            case RecallScene scene -> true;
            case Play play -> true;
            case SetVolume set -> true;
            case AdjustVolume adjusted -> adjusted.points() > 0;
            case SetMute mute -> !mute.muted();
            case Perform once -> once.act().isAudible();
            case Next next -> true;
            case Previous previous -> true;
            case TurnOff off -> false;
            case StopAll none -> false;
            case LeaveScene left -> false;
            case Pause pause -> false;
        };
    }
}
