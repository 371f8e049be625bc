package ensemble.skill.command;

import ensemble.contract.state.FaultKind;

/** Why the answer is "can't". Closed: each has a sentence and an Alexa error. */
public enum CannotKind {
    /** The box is not connected; nothing was written. */
    HUB_OFFLINE,
    /** The house has no such group. */
    NO_SUCH_GROUP,
    /** None of the wished speakers is there. */
    SPEAKERS_AWAY,
    /** The box has no sound. */
    NO_SOUND,
    /** The wish reached the box too late to start sound. */
    EXPIRED,
    /** The box does not know a wished speaker. */
    UNKNOWN_SPEAKER,
    /** The box did not answer, and the wish was taken back. */
    NOT_ANSWERED,
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
        };
    }
}
