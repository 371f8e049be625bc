package ensemble.skill.smarthome.error;

import ensemble.skill.command.CannotKind;

/** A directive that is answered by an ErrorResponse. The message is for Alexa's log; nobody hears it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorType type;

    public Refusal(ErrorType type, String message) {
        super(message);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }

    /** What Alexa is told for each of our reasons. */
    public static Refusal of(CannotKind kind) {
        return switch (kind) {
            case HUB_OFFLINE -> new Refusal(ErrorType.BRIDGE_UNREACHABLE, "the speaker box is offline");
            case NO_SUCH_GROUP -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such group");
            case NO_SUCH_SPEAKER -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such speaker");
            case NO_SUCH_SCENE -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such scene");
            case NOT_SUPPORTED -> new Refusal(ErrorType.NOT_SUPPORTED_IN_CURRENT_MODE, "the Echo cannot be told that");
            case MEASURING -> new Refusal(ErrorType.ENDPOINT_BUSY, "the speaker box is measuring");
            case NOT_THERE -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "a speaker or the microphone is not there");
            case ACT_FAILED -> new Refusal(ErrorType.HARDWARE_MALFUNCTION, "the speaker box tried it in vain");
            case SPEAKERS_AWAY -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "none of the group's speakers is there");
            case NO_SOUND -> new Refusal(ErrorType.HARDWARE_MALFUNCTION, "the speaker box has no sound");
            case EXPIRED -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the wish reached the speaker box too late");
            case UNKNOWN_SPEAKER -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the box does not know a speaker yet");
            case NOT_ANSWERED -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the speaker box did not answer");
            case BUSY -> new Refusal(ErrorType.ENDPOINT_BUSY, "the house is being changed by others");
            case TROUBLE -> new Refusal(ErrorType.INTERNAL_ERROR, "a part of the skill's cloud did not answer");
        };
    }
}
