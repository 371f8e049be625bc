package ensemble.skill.smarthome.error;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.skill.command.CannotKind;
import ensemble.skill.command.Outcome;
import ensemble.skill.household.Household;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/** A directive that is answered by an ErrorResponse. The message is for Alexa's log; nobody hears it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final ErrorType type;
    private final transient ObjectNode details;

    public Refusal(ErrorType type, String message) {
        this(type, message, JsonNodeFactory.instance.objectNode());
    }

    private Refusal(ErrorType type, String message, ObjectNode details) {
        super(message);
        this.type = type;
        this.details = details;
    }

    public ErrorType type() {
        return type;
    }

    /** What the payload says beside type and message. */
    public ObjectNode details() {
        return details;
    }

    /** A number that the device cannot be set to. */
    public static Refusal outOfRange(int from, int to) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.putObject("validRange").put("minimumValue", from).put("maximumValue", to);
        return new Refusal(ErrorType.VALUE_OUT_OF_RANGE, "the value must be " + from + " to " + to, details);
    }

    /** @param wanted the speakers that the command was about */
    public static Refusal of(Outcome.Cannot cannot, Set<SpeakerId> wanted) {
        boolean noneIsThere = cannot.kind() == CannotKind.SPEAKERS_AWAY || cannot.kind() == CannotKind.NOT_THERE;
        List<SpeakerHealth> healths = healths(cannot.house(), wanted);
        boolean allAreEmpty = !healths.isEmpty()
                && healths.size() == wanted.size()
                && healths.stream().allMatch(health -> health.trouble() == SpeakerTrouble.BATTERY_LOW);
        return noneIsThere && allAreEmpty ? lowPower(healths) : of(cannot.kind());
    }

    /** The one table: what Alexa is told for each of our reasons. None of them unlinks the account. */
    public static Refusal of(CannotKind kind) {
        return switch (kind) {
            case HUB_OFFLINE -> new Refusal(ErrorType.BRIDGE_UNREACHABLE, "the speaker box is offline");
            case NO_SUCH_GROUP -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such group");
            case NO_SUCH_SPEAKER -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such speaker");
            case NO_SUCH_SCENE -> new Refusal(ErrorType.NO_SUCH_ENDPOINT, "the house has no such scene");
            case SPEAKERS_AWAY -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "none of the speakers is there");
            case NO_SOUND -> new Refusal(ErrorType.HARDWARE_MALFUNCTION, "the speaker box has no sound");
            case EXPIRED -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the wish reached the speaker box too late");
            case UNKNOWN_SPEAKER -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the box does not know a speaker yet");
            case SHARED_OUTPUT ->
                new Refusal(
                        ErrorType.NOT_SUPPORTED_IN_CURRENT_MODE,
                        "some of the speakers share one output with others: they play together or not at all",
                        JsonNodeFactory.instance.objectNode().put("currentDeviceMode", "OTHER"));
            case NOT_ANSWERED -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "the speaker box did not answer");
            case NOT_SUPPORTED ->
                new Refusal(
                        ErrorType.NOT_SUPPORTED_IN_CURRENT_MODE,
                        "the box, or its link to the Echo, cannot do that",
                        JsonNodeFactory.instance.objectNode().put("currentDeviceMode", "OTHER"));
            case MEASURING -> new Refusal(ErrorType.ENDPOINT_BUSY, "the speaker box is measuring");
            case NOT_THERE -> new Refusal(ErrorType.ENDPOINT_UNREACHABLE, "a speaker or the microphone is not there");
            case ACT_FAILED -> new Refusal(ErrorType.HARDWARE_MALFUNCTION, "the speaker box tried it in vain");
            case BUSY -> new Refusal(ErrorType.ENDPOINT_BUSY, "the house is being changed by others");
            case TROUBLE -> new Refusal(ErrorType.INTERNAL_ERROR, "a part of the skill's cloud did not answer");
        };
    }

    private static Refusal lowPower(List<SpeakerHealth> healths) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        healths.stream()
                .map(SpeakerHealth::batteryPercent)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min()
                .ifPresent(percent -> details.put("percentageState", percent));
        return new Refusal(ErrorType.ENDPOINT_LOW_POWER, "the speakers' batteries are empty", details);
    }

    private static List<SpeakerHealth> healths(Household house, Set<SpeakerId> wanted) {
        return house.reports()
                .health()
                .map(report -> wanted.stream()
                        .map(id -> report.speakers().get(id))
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
    }
}
