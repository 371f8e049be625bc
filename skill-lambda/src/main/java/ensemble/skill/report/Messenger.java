package ensemble.skill.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.events.EventGateway;
import ensemble.skill.events.EventGateway.Receipt;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.events.GrantException;
import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.Grant;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.smarthome.Messages;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings messages to the event gateway with a token that lives. A token is refreshed by one thread, once. */
final class Messenger {
    private static final System.Logger LOG = System.getLogger(Messenger.class.getName());
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final GrantDesk grants;
    private final EventGateway gateway;
    private final InstantSource clock;
    private final Map<UserId, Grant> refreshed = new ConcurrentHashMap<>();

    Messenger(
            HouseholdStore households,
            StatusStore statuses,
            GrantDesk grants,
            EventGateway gateway,
            InstantSource clock) {
        this.households = households;
        this.statuses = statuses;
        this.grants = grants;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * @return whether Alexa took the message; if not, she never will, and the log says why
     * @throws UndeliveredException if she may take it later
     */
    boolean send(UserId user, Grant stored, ObjectNode message) throws StoreException, UndeliveredException {
        Optional<Grant> grant = alive(user, newest(user, stored));
        if (grant.isEmpty()) {
            return false;
        }
        Receipt receipt = post(grant.get(), message);
        if (receipt == Receipt.TOKEN_REFUSED) {
            grant = renewed(user, grant.get());
            receipt = grant.isPresent() ? post(grant.get(), message) : receipt;
        }
        if (receipt == Receipt.SKILL_DISABLED && grant.isPresent()) {
            forget(user, grant.get());
        }
        if (receipt == Receipt.TRY_LATER) {
            throw new UndeliveredException("the event gateway is busy or away");
        }
        if (receipt != Receipt.ACCEPTED) {
            LOG.log(System.Logger.Level.WARNING, "the event gateway did not take a message: " + receipt);
        }
        return receipt == Receipt.ACCEPTED;
    }

    private Receipt post(Grant grant, ObjectNode message) {
        return gateway.post(
                grant.accessToken(),
                Messages.scoped(message, grant.accessToken()).toString());
    }

    private Grant newest(UserId user, Grant stored) {
        Grant ours = refreshed.get(user);
        return ours != null && ours.expires().isAfter(stored.expires()) ? ours : stored;
    }

    private Optional<Grant> alive(UserId user, Grant grant) throws StoreException, UndeliveredException {
        boolean lives = grant.expires().minus(EARLY).isAfter(clock.instant());
        return lives ? Optional.of(grant) : renewed(user, grant);
    }

    private synchronized Optional<Grant> renewed(UserId user, Grant old) throws StoreException, UndeliveredException {
        Grant known = refreshed.get(user);
        if (known != null && known.expires().isAfter(old.expires())) {
            return Optional.of(known);
        }
        try {
            Grant fresh = grants.refresh(old);
            households.putGrant(user, fresh);
            refreshed.put(user, fresh);
            return Optional.of(fresh);
        } catch (GrantException refused) {
            LOG.log(System.Logger.Level.WARNING, "a grant could not be refreshed: " + refused.getMessage());
            if (!refused.isDead()) {
                throw new UndeliveredException("a grant cannot be refreshed now");
            }
            forget(user, old);
            return Optional.empty();
        }
    }

    private void forget(UserId user, Grant dead) throws StoreException {
        refreshed.remove(user);
        statuses.removeGrant(user, dead);
    }
}
