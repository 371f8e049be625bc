package ensemble.skill.smarthome.directive;

import ensemble.skill.command.Subject;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Endpoints that play. */
final class Player {
    private Player() {}

    /** @throws Refusal for an endpoint that does not */
    static Subject subject(EndpointRef endpoint) throws Refusal {
        return switch (endpoint) {
            case EndpointRef.Group group -> Subject.of(group.id());
            case EndpointRef.Single one -> Subject.of(one.id());
            case EndpointRef.Sync sync -> throw notHere();
            case EndpointRef.LineUp up -> throw notHere();
            case EndpointRef.Hub hub -> throw notHere();
            case EndpointRef.Saved scene -> throw notHere();
            case EndpointRef.Link link -> throw notHere();
            case EndpointRef.Identify one -> throw notHere();
        };
    }

    static Refusal notHere() {
        return new Refusal(ErrorType.INVALID_DIRECTIVE, "this device has no such interface");
    }
}
