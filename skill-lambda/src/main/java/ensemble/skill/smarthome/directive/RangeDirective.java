package ensemble.skill.smarthome.directive;

import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.RangeController. Our only range is a measurement: it can be read and not set. */
public sealed interface RangeDirective extends Directive.Control {
    String NAMESPACE = "Alexa.RangeController";

    record SetRangeValue(Header header, Target target) implements RangeDirective {}

    record AdjustRangeValue(Header header, Target target) implements RangeDirective {}

    static RangeDirective read(Header header, Target target) throws Refusal {
        return switch (header.name()) {
            case "SetRangeValue" -> new SetRangeValue(header, target);
            case "AdjustRangeValue" -> new AdjustRangeValue(header, target);
            default -> throw DirectiveReader.unknown();
        };
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        throw new Refusal(ErrorType.INVALID_DIRECTIVE, "an offset is measured, not set");
    }
}
