package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.value.Volume;
import ensemble.skill.command.Command;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.Speaker. */
public sealed interface SpeakerDirective extends Directive.Control {
    String NAMESPACE = "Alexa.Speaker";

    /** @param points 0 to 100 */
    record SetVolume(Header header, Target target, int points) implements SpeakerDirective {}

    /**
     * @param points -100 to 100
     * @param isDefault nobody gave an amount: only the sign counts
     */
    record AdjustVolume(Header header, Target target, int points, boolean isDefault) implements SpeakerDirective {}

    record SetMute(Header header, Target target, boolean muted) implements SpeakerDirective {}

    static SpeakerDirective read(Header header, Target target, JsonNode payload) throws Refusal {
        return switch (header.name()) {
            case "SetVolume" -> new SetVolume(header, target, volume(payload, 0));
            case "AdjustVolume" ->
                new AdjustVolume(
                        header,
                        target,
                        volume(payload, -100),
                        payload.path("volumeDefault").asBoolean(false));
            case "SetMute" -> {
                if (!payload.path("mute").isBoolean()) {
                    throw new Refusal(ErrorType.INVALID_VALUE, "mute is true or false");
                }
                yield new SetMute(header, target, payload.path("mute").booleanValue());
            }
            default -> throw DirectiveReader.unknown();
        };
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        Subject subject = Player.subject(endpoint);
        return switch (this) {
            case SetVolume set -> new Command.SetVolume(subject, new Volume(set.points()));
            case AdjustVolume louder ->
                new Command.AdjustVolume(
                        subject,
                        louder.isDefault()
                                ? Integer.signum(louder.points()) * Command.AdjustVolume.STEP
                                : louder.points());
            case SetMute mute -> new Command.SetMute(subject, mute.muted());
        };
    }

    private static int volume(JsonNode payload, int from) throws Refusal {
        JsonNode volume = payload.path("volume");
        if (!volume.isIntegralNumber()) {
            throw new Refusal(ErrorType.INVALID_VALUE, "volume is a whole number");
        }
        if (!volume.canConvertToInt() || volume.intValue() < from || volume.intValue() > 100) {
            throw Refusal.outOfRange(from, 100);
        }
        return volume.intValue();
    }
}
