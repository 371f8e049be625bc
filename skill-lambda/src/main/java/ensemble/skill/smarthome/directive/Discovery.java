package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.capability.Catalog;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import java.util.Optional;

/** Alexa.Discovery: an unknown account has no devices, which is no error. */
final class Discovery {
    private static final System.Logger LOG = System.getLogger(Discovery.class.getName());

    private final HouseDoor door;
    private final HouseholdStore store;
    private final Messages messages;

    Discovery(HouseDoor door, HouseholdStore store, Messages messages) {
        this.door = door;
        this.store = store;
        this.messages = messages;
    }

    ObjectNode answer(Directive.Discover directive) throws Refusal {
        ArrayNode endpoints = JsonNodeFactory.instance.arrayNode();
        try {
            Optional<Household> house = door.house(door.user(directive.token()));
            if (house.isPresent()) {
                Catalog catalog = Catalog.of(house.get());
                catalog.endpoints().forEach(endpoints::add);
                remember(house.get(), catalog);
            }
        } catch (Refusal refusal) {
            if (refusal.type() == ErrorType.INTERNAL_ERROR) {
                throw refusal;
            }
        }
        return messages.discovered(endpoints);
    }

    /** Whoever tells Alexa of changes later compares with this; without it, too much is told, and nothing is lost. */
    private void remember(Household house, Catalog catalog) {
        try {
            store.putAnnounced(house.user(), catalog.hashes());
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "what Alexa has discovered could not be noted", unavailable);
        }
    }
}
