package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.household.Household;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.GroupProperties;
import ensemble.skill.status.HouseStatus;
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
        Household house = addressed.house().presence().isOnline() ? refreshed(addressed.house()) : addressed.house();
        return messages.stateReport(
                directive.header().correlationToken(),
                directive.target().endpointId(),
                GroupProperties.of(
                        HouseStatus.of(house).group(addressed.group().id()).orElseThrow()));
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
