package ensemble.skill.smarthome.directive;

import ensemble.skill.command.Command;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.PlaybackController. */
public sealed interface PlaybackDirective extends Directive.Control {
    String NAMESPACE = "Alexa.PlaybackController";

    record Play(Header header, Target target) implements PlaybackDirective {}

    record Pause(Header header, Target target) implements PlaybackDirective {}

    record Stop(Header header, Target target) implements PlaybackDirective {}

    record Next(Header header, Target target) implements PlaybackDirective {}

    record Previous(Header header, Target target) implements PlaybackDirective {}

    static PlaybackDirective read(Header header, Target target) throws Refusal {
        return switch (header.name()) {
            case "Play" -> new Play(header, target);
            case "Pause" -> new Pause(header, target);
            case "Stop" -> new Stop(header, target);
            case "Next" -> new Next(header, target);
            case "Previous" -> new Previous(header, target);
            default -> throw DirectiveReader.unknown();
        };
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        Subject subject = Player.subject(endpoint);
        return switch (this) {
            case Play play -> new Command.Play(subject);
            case Pause pause -> new Command.Pause(subject);
            case Stop stop -> new Command.TurnOff(subject);
            case Next next -> new Command.Next();
            case Previous previous -> new Command.Previous();
        };
    }
}
