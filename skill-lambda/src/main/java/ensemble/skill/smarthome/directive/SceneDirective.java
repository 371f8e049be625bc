package ensemble.skill.smarthome.directive;

import ensemble.contract.state.Act;
import ensemble.skill.command.Command;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.SceneController: saved scenes, and the acts of the box that are dressed as scenes so that a routine can do them. */
public sealed interface SceneDirective extends Directive.Control {
    String NAMESPACE = "Alexa.SceneController";

    record Activate(Header header, Target target) implements SceneDirective {}

    record Deactivate(Header header, Target target) implements SceneDirective {}

    static SceneDirective read(Header header, Target target) throws Refusal {
        return switch (header.name()) {
            case "Activate" -> new Activate(header, target);
            case "Deactivate" -> new Deactivate(header, target);
            default -> throw DirectiveReader.unknown();
        };
    }

    /** Amazon documents no deferral of scenes. */
    @Override
    default boolean mayDefer() {
        return false;
    }

    @Override
    default Command command(Household house, EndpointRef endpoint) throws Refusal {
        return switch (this) {
            case Activate on -> started(endpoint);
            case Deactivate off -> {
                if (endpoint instanceof EndpointRef.Saved scene) {
                    yield new Command.LeaveScene(scene.id());
                }
                throw Player.notHere();
            }
        };
    }

    private static Command started(EndpointRef endpoint) throws Refusal {
        return switch (endpoint) {
            case EndpointRef.Saved scene -> new Command.RecallScene(scene.id());
            case EndpointRef.LineUp up -> new Command.Perform(Act.LINE_UP, Subject.of(up.id()));
            case EndpointRef.Identify one -> new Command.Perform(Act.IDENTIFY, Subject.of(one.id()));
            case EndpointRef.Group group -> throw Player.notHere();
            case EndpointRef.Single one -> throw Player.notHere();
            case EndpointRef.Sync sync -> throw Player.notHere();
            case EndpointRef.Hub hub -> throw Player.notHere();
            case EndpointRef.Link link -> throw Player.notHere();
        };
    }
}
