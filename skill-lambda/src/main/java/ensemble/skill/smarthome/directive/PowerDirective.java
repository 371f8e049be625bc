package ensemble.skill.smarthome.directive;

import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.PowerController. */
public sealed interface PowerDirective extends Directive.Control {
    String NAMESPACE = "Alexa.PowerController";

    record TurnOn(Header header, Target target) implements PowerDirective {}

    record TurnOff(Header header, Target target) implements PowerDirective {}

    static PowerDirective read(Header header, Target target) throws Refusal {
        return switch (header.name()) {
            case "TurnOn" -> new TurnOn(header, target);
            case "TurnOff" -> new TurnOff(header, target);
            default -> throw DirectiveReader.unknown();
        };
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        return switch (this) {
            case TurnOn on -> new Command.TurnOn(Player.subject(endpoint));
            case TurnOff off -> new Command.TurnOff(Player.subject(endpoint));
        };
    }
}
