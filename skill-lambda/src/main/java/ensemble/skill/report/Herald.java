package ensemble.skill.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.capability.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells Alexa which devices came, changed their description, or went; compared with what she was last told. */
final class Herald {
    /** Alexa takes 256 KB. */
    private static final int MOST_CHARS = 200_000;

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final Messenger messenger;
    private final Messages messages;

    Herald(HouseholdStore households, StatusStore statuses, Messenger messenger, Messages messages) {
        this.households = households;
        this.statuses = statuses;
        this.messenger = messenger;
        this.messages = messages;
    }

    /** @param before the config as it was desired before; counts where nobody noted what Alexa knows */
    void houseChanged(Household house, JsonNode before) throws StoreException, UndeliveredException {
        if (house.grant().isEmpty()) {
            return;
        }
        Grant grant = house.grant().get();
        Map<String, String> known = known(house, before);
        Catalog catalog = Catalog.of(house);
        Map<String, String> now = catalog.hashes();
        List<ObjectNode> changed = new ArrayList<>();
        catalog.byId().forEach((id, description) -> {
            if (!String.valueOf(now.get(id)).equals(known.get(id))) {
                changed.add(description);
            }
        });
        List<String> gone =
                known.keySet().stream().filter(id -> !now.containsKey(id)).toList();
        boolean taken = true;
        for (ArrayNode some : portions(changed)) {
            taken &= messenger.send(house.user(), grant, messages.addedOrUpdated(some));
        }
        if (!gone.isEmpty()) {
            taken &= messenger.send(house.user(), grant, messages.deleted(gone));
        }
        if (taken && !(changed.isEmpty() && gone.isEmpty())) {
            households.putAnnounced(house.user(), now);
        }
    }

    private Map<String, String> known(Household house, JsonNode before) throws StoreException {
        Map<String, String> noted = statuses.announced(house.user());
        if (!noted.isEmpty()) {
            return noted;
        }
        try {
            return before.isObject()
                    ? Catalog.of(house.with(ConfigCodec.desired(before), house.habits()))
                            .hashes()
                    : new TreeMap<>();
        } catch (ShadowFormatException broken) {
            return new TreeMap<>();
        }
    }

    private static List<ArrayNode> portions(List<ObjectNode> descriptions) {
        List<ArrayNode> portions = new ArrayList<>();
        int chars = MOST_CHARS;
        for (ObjectNode description : descriptions) {
            int length = description.toString().length();
            if (chars + length > MOST_CHARS) {
                portions.add(JsonNodeFactory.instance.arrayNode());
                chars = 0;
            }
            portions.getLast().add(description);
            chars += length;
        }
        return portions;
    }
}
