package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.GroupId;
import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.OutputModes;
import java.util.Optional;

/** Alexa.ModeController. Only the box's output can be set; its modes have no order, so it cannot be adjusted. */
public sealed interface ModeDirective extends Directive.Control {
    String NAMESPACE = "Alexa.ModeController";

    record SetMode(Header header, Target target, String mode) implements ModeDirective {}

    static ModeDirective read(Header header, Target target, JsonNode payload) throws Refusal {
        return switch (header.name()) {
            case "SetMode" -> new SetMode(header, target, payload.path("mode").asText(""));
            default -> throw DirectiveReader.unknown();
        };
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        return switch (this) {
            case SetMode set -> {
                boolean isOutput = endpoint instanceof EndpointRef.Hub
                        && header().instance()
                                .filter(OutputModes.INSTANCE::equals)
                                .isPresent();
                if (!isOutput) {
                    throw new Refusal(ErrorType.INVALID_DIRECTIVE, "this mode cannot be set");
                }
                yield output(house, set.mode());
            }
        };
    }

    private static Command output(Household house, String mode) throws Refusal {
        if (mode.equals(OutputModes.EVERYWHERE)) {
            return new Command.Everywhere();
        }
        if (mode.equals(OutputModes.NOTHING)) {
            return new Command.StopAll();
        }
        Optional<GroupId> group = OutputModes.groupOf(house, mode);
        return group.map(Command.PlayOn::new)
                .orElseThrow(() -> new Refusal(ErrorType.INVALID_VALUE, "the box has no such output"));
    }
}
