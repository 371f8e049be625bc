package ensemble.skill.command;

import ensemble.contract.state.RoutingWish;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.Replay;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import java.util.Optional;

/**
 * Enters wishes one after the other: a conditional write, and where two meet, the later reads again and means
 * it again.
 */
final class WishBook {
    private static final int MOST_TRIES = 3;

    private final HouseholdStore store;

    WishBook(HouseholdStore store) {
        this.store = store;
    }

    /** What became of a command at the book. */
    sealed interface Entry {
        /** @param before what the new wish was made from */
        record Made(Household house, RoutingWish before, RoutingWish wish) implements Entry {}

        /** The wish numbered {@code n} says it already. */
        record Stands(Household house, long n) implements Entry {}

        record Refused(Household house, CannotKind kind) implements Entry {}
    }

    Entry enter(Household first, Command command, RequestKey key) throws StoreException {
        Household house = first;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Replay> replay = house.route().replayOf(key);
            if (replay.isPresent()) {
                return replay.get().withdrawn()
                        ? new Entry.Refused(house, CannotKind.NOT_ANSWERED)
                        : new Entry.Stands(house, replay.get().n());
            }
            Decision decision = CommandDesk.decide(command, house);
            switch (decision) {
                case Decision.Refused refused -> {
                    return new Entry.Refused(house, refused.kind());
                }
                case Decision.Unchanged unchanged -> {
                    return new Entry.Stands(house, unchanged.n());
                }
                case Decision.Change change -> {
                    Route next = house.route().followedBy(change.next(), key);
                    if (store.putRoute(house.user(), house.route().n(), next)) {
                        return new Entry.Made(house.with(next), Standing.of(house), change.next());
                    }
                }
            }
            house = again(house);
        }
        return new Entry.Refused(house, CannotKind.BUSY);
    }

    /** The house with the wish taken back; its request, repeated, is told the same again. */
    Household withdraw(Household latest, RoutingWish before, RoutingWish ours) throws StoreException {
        Household house = latest;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RoutingWish back = Withdrawal.of(before, ours, house.route().wish());
            Route next = house.route().withdrawing(back, ours.n());
            if (store.putRoute(house.user(), house.route().n(), next)) {
                return house.with(next);
            }
            house = again(house);
        }
        throw new StoreException("the house was changed by others " + MOST_TRIES + " times in a row");
    }

    private Household again(Household house) throws StoreException {
        Household fresh = store.load(house.user(), Reading.SURE)
                .orElseThrow(() -> new StoreException("the house is gone while it was being changed"));
        return house.reports().routing().isPresent()
                        && fresh.reports().routing().isEmpty()
                ? fresh.with(house.reports())
                : fresh;
    }
}
