package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.household.Household;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.EndpointProperties;
import java.util.Optional;

/** Alexa.ReportState: the hub's own latest word; of a hub that is away, its last one, and that it is unreachable. */
final class StateReporting {
    private final HouseDoor door;
    private final ShadowDesk shadows;
    private final Messages messages;

    StateReporting(HouseDoor door, ShadowDesk shadows, Messages messages) {
        this.door = door;
        this.shadows = shadows;
        this.messages = messages;
    }

    ObjectNode answer(Directive.ReportState directive) throws Refusal {
        HouseDoor.Addressed addressed = door.open(directive.target());
        boolean asksTheBox = addressed.house().presence().isOnline() && restsOnRouting(addressed.endpoint());
        Household house = asksTheBox ? refreshed(addressed.house()) : addressed.house();
        return messages.stateReport(
                directive.header().correlationToken(),
                directive.target().endpointId(),
                EndpointProperties.of(house, addressed.endpoint()));
    }

    /** The rest is as the status Lambda last recorded it, within a second or two. */
    private static boolean restsOnRouting(EndpointRef endpoint) {
        return switch (endpoint) {
            case EndpointRef.Group group -> true;
            case EndpointRef.Single one -> true;
            case EndpointRef.Hub hub -> true;
            case EndpointRef.Identify one -> true;
            case EndpointRef.Sync sync -> false;
            case EndpointRef.LineUp up -> false;
            case EndpointRef.Saved scene -> false;
            case EndpointRef.Link link -> false;
        };
    }

    private Household refreshed(Household house) throws Refusal {
        try {
            Optional<RoutingReport> latest =
                    shadows.read(house.hub(), ShadowName.ROUTING).routing();
            return latest.map(house::with).orElse(house);
        } catch (ShadowException unread) {
            throw new Refusal(ErrorType.INTERNAL_ERROR, "the speaker box's report cannot be read now");
        }
    }
}
