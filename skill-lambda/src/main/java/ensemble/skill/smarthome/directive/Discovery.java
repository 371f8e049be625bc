package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.GroupConfig;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.capability.GroupEndpoint;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.Discovery: an unknown account has no devices, which is no error. */
final class Discovery {
    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());

    private final HouseDoor door;
    private final Messages messages;

    Discovery(HouseDoor door, Messages messages) {
        this.door = door;
        this.messages = messages;
    }

    ObjectNode answer(Directive.Discover directive) throws Refusal {
        ArrayNode endpoints = JsonNodeFactory.instance.arrayNode();
        try {
            door.house(door.user(directive.token())).ifPresent(house -> addGroups(house, endpoints));
        } catch (Refusal refusal) {
            if (refusal.type() == ErrorType.INTERNAL_ERROR) {
                throw refusal;
            }
        }
        return messages.discovered(endpoints);
    }

    /** One group that cannot be announced must not hide the others. */
    private static void addGroups(Household house, ArrayNode endpoints) {
        for (GroupConfig group : house.config().groups()) {
            try {
                endpoints.add(GroupEndpoint.of(house, group));
            } catch (RuntimeException bad) {
                LOG.log(System.Logger.Level.ERROR, "a group could not be announced", bad);
            }
        }
    }
}
