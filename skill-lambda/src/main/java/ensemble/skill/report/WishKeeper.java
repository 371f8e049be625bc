package ensemble.skill.report;

import ensemble.contract.state.RoutingReport;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that the shadow ends with the wish that stands in the table, and the table with no wish that the hub refused:
 * what a command could not see to because its last look was over, a write came late, or a service was away.
 */
final class WishKeeper {
    private static final System.Logger LOG = System.getLogger(WishKeeper.class.getName());

    /** Alexa gives no request longer than 8 s; until then, who asked sees to its wish itself. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final OwnerMemory owners;
    private final HouseholdStore households;
    private final ShadowDesk shadows;
    private final Fulfilment fulfilment;

    WishKeeper(OwnerMemory owners, HouseholdStore households, ShadowDesk shadows, Fulfilment fulfilment) {
        this.owners = owners;
        this.households = households;
        this.shadows = shadows;
        this.fulfilment = fulfilment;
    }

    /** Two commands write to the shadow in any order; where an older wish came last, the standing one is sent again. */
    void sawWish(RuleEvent.ShadowChanged changed) throws StoreException {
        if (changed.wish().n() >= changed.wish().before()) {
            return;
        }
        Optional<UserId> owner = owners.ownerOf(changed.hub());
        if (owner.isPresent()) {
            households
                    .load(owner.get(), Reading.SURE)
                    .filter(house -> house.hub().equals(changed.hub()))
                    .ifPresent(this::sendAgain);
        }
    }

    /** The hub answered a wish that was taken back, or refused one that nobody waits for any more. */
    void sawAnswer(Household house, RoutingReport report, RuleEvent.Wished wish) {
        boolean takenBackUnseen =
                house.route().hasWithdrawn(wish.n()) && house.route().n() == wish.n() + 1;
        if (takenBackUnseen) {
            sendAgain(house);
        } else if (wish.age().compareTo(LONGEST_REQUEST) > 0) {
            fulfilment.retract(house, report);
        }
    }

    private void sendAgain(Household house) {
        try {
            shadows.writeWish(house.hub(), house.route().wish());
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "the standing wish could not be sent again", unsent);
        }
    }
}
