package ensemble.skill.command;

import ensemble.contract.state.FaultKind;
import ensemble.contract.state.TicketEcho;
import java.util.Optional;

/** Why the answer is "can't". Closed: each has a sentence and an Alexa error. */
public enum CannotKind {
    /** The box is not connected; nothing was written. */
    HUB_OFFLINE,
    /** The house has no such group. */
    NO_SUCH_GROUP,
    /** The house has no such speaker. */
    NO_SUCH_SPEAKER,
    /** The house has no such scene. */
    NO_SUCH_SCENE,
    /** None of the wished speakers is there. */
    SPEAKERS_AWAY,
    /** The box has no sound. */
    NO_SOUND,
    /** The wish reached the box too late to start sound. */
    EXPIRED,
    /** The box does not know a wished speaker. */
    UNKNOWN_SPEAKER,
    /** Some of the speakers play together with others on one output, or not at all. */
    SHARED_OUTPUT,
    /** The box did not answer, and the wish was taken back. */
    NOT_ANSWERED,
    /** The link to the Echo, or the box, cannot do that. */
    NOT_SUPPORTED,
    /** The box is measuring something else now. */
    MEASURING,
    /** The speaker or the microphone that an act needs is not there. */
    NOT_THERE,
    /** An act was tried and did not work. */
    ACT_FAILED,
    /** Others changed the same house too often at once. */
    BUSY,
    /** A part of our own cloud did not answer. */
    TROUBLE;

    static CannotKind of(FaultKind fault) {
        return switch (fault) {
            case SPEAKERS_AWAY -> SPEAKERS_AWAY;
            case NO_SOUND -> NO_SOUND;
            case EXPIRED -> EXPIRED;
            case UNKNOWN_SPEAKER -> UNKNOWN_SPEAKER;
            case SHARED_OUTPUT -> SHARED_OUTPUT;
        };
    }

    /** Empty where the act is done or being done. */
    static Optional<CannotKind> of(TicketEcho echo) {
        return switch (echo) {
            case RUNNING, DONE -> Optional.empty();
            case EXPIRED -> Optional.of(EXPIRED);
            case BUSY -> Optional.of(MEASURING);
            case NOT_SUPPORTED -> Optional.of(NOT_SUPPORTED);
            case AWAY -> Optional.of(NOT_THERE);
            case FAILED -> Optional.of(ACT_FAILED);
        };
    }
}
