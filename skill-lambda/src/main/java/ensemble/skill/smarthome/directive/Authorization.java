package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.events.GrantException;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.smarthome.Messages;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;

/** Alexa.Authorization: the permission to tell Alexa of changes. */
final class Authorization {
    private final HouseDoor door;
    private final HouseholdStore store;
    private final GrantDesk grants;
    private final Messages messages;

    Authorization(HouseDoor door, HouseholdStore store, GrantDesk grants, Messages messages) {
        this.door = door;
        this.store = store;
        this.grants = grants;
        this.messages = messages;
    }

    ObjectNode answer(Directive.AcceptGrant directive) throws Refusal {
        try {
            UserId user = door.user(directive.token());
            store.putGrant(user, grants.exchange(directive.code()));
            return messages.grantAccepted();
        } catch (Refusal stranger) {
            throw failed("the grantee's token was not accepted");
        } catch (GrantException refused) {
            throw failed("the grant's code could not be exchanged");
        } catch (StoreException unavailable) {
            throw failed("the grant could not be kept");
        }
    }

    private static Refusal failed(String why) {
        return new Refusal(ErrorType.ACCEPT_GRANT_FAILED, why);
    }
}
