package ensemble.skill.command;

import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Stamp;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.Replay;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Enters wishes one after the other: a conditional write, and where two meet, the later reads again and means
 * it again.
 */
final class WishBook {
    /** As many as the members that Alexa may switch at once; at each meeting one of them is through. */
    private static final int MOST_MEETINGS = 8;

    private static final int MOST_TRIES = 3;

    private final HouseholdStore store;
    private final InstantSource clock;

    WishBook(HouseholdStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What became of a command at the book. */
    sealed interface Entry {
        /**
         * @param house as it stands now; others may have followed already
         * @param before what the new wish was made from
         */
        record Made(Household house, RoutingWish before, RoutingWish wish) implements Entry {}

        /** The wish numbered {@code n} says it already. */
        record Stands(Household house, long n) implements Entry {}

        record Refused(Household house, CannotKind kind) implements Entry {}
    }

    /**
     * A write whose answer was lost may have happened: the house is read again before anything is claimed.
     *
     * @throws StoreException if it could not be learnt what stands now
     */
    Entry enter(Household first, Command command, RequestKey key) throws StoreException {
        Household house = first;
        Optional<Entry.Made> unsure = Optional.empty();
        for (int tries = 0; ; tries++) {
            Optional<Replay> replay = house.route().replayOf(key);
            if (replay.isPresent()) {
                return served(house, replay.get(), unsure);
            }
            if (tries == MOST_MEETINGS) {
                return new Entry.Refused(house, CannotKind.BUSY);
            }
            Decision decision = CommandDesk.decide(command, house, clock.instant());
            switch (decision) {
                case Decision.Refused refused -> {
                    return new Entry.Refused(house, refused.kind());
                }
                case Decision.Unchanged unchanged -> {
                    return new Entry.Stands(house, unchanged.n());
                }
                case Decision.Change change -> {
                    Route next = followedBy(house, change, key);
                    Entry.Made made = new Entry.Made(house.with(next), before(house, change.next()), change.next());
                    try {
                        if (store.putRoute(house.user(), house.route().n(), next)) {
                            return made;
                        }
                    } catch (StoreException unanswered) {
                        unsure = Optional.of(made);
                    }
                }
            }
            house = again(house);
        }
    }

    private Route followedBy(Household house, Decision.Change change, RequestKey key) {
        Route next = house.route().followedBy(change.next(), key);
        return change.moves() ? next.movedAt(clock.instant()) : next;
    }

    /** Whether a wish that is still open came true is not known; taking ours back must not start it once more. */
    private static RoutingWish before(Household house, RoutingWish next) {
        RoutingWish standing = Standing.of(house);
        boolean open = !stamp(house).answers(house.route().n());
        return open ? Withdrawal.startingNothing(standing, next) : standing;
    }

    private static Entry served(Household house, Replay replay, Optional<Entry.Made> unsure) {
        if (replay.withdrawn()) {
            return new Entry.Refused(house, CannotKind.NOT_ANSWERED);
        }
        return unsure.filter(made -> made.wish().n() == replay.n())
                .<Entry>map(made -> new Entry.Made(house, made.before(), made.wish()))
                .orElse(new Entry.Stands(house, replay.n()));
    }

    /**
     * The house with the wish taken back; its request, repeated, is told the same again. Once others have
     * followed, nothing is turned on again: they may have meant it to be off.
     */
    Household withdraw(Household latest, RoutingWish before, RoutingWish ours) throws StoreException {
        Household house = latest;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RoutingWish back = Withdrawal.of(stillTrue(before, ours, house), ours, Standing.of(house));
            Route next = house.route().withdrawing(back, ours.n());
            try {
                if (store.putRoute(house.user(), house.route().n(), next)) {
                    return house.with(next);
                }
                house = again(house);
            } catch (StoreException unanswered) {
                house = again(house);
                if (house.route().hasWithdrawn(ours.n())) {
                    return house;
                }
            }
        }
        throw new StoreException("a wish could not be taken back in " + MOST_TRIES + " tries");
    }

    private static RoutingWish stillTrue(RoutingWish before, RoutingWish ours, Household house) {
        if (house.route().hasWithdrawn(before.n())) {
            return Withdrawal.failedToo(before, ours, house.reports().routing());
        }
        boolean followed = house.route().n() != ours.n();
        return followed ? Withdrawal.startingNothing(before, ours) : before;
    }

    private Household again(Household house) throws StoreException {
        for (int tries = 1; ; tries++) {
            try {
                return fresh(house);
            } catch (StoreException away) {
                if (tries == MOST_TRIES) {
                    throw away;
                }
            }
        }
    }

    private Household fresh(Household house) throws StoreException {
        Household fresh = store.load(house.user(), Reading.SURE)
                .orElseThrow(() -> new StoreException("the house is gone while it was being changed"));
        return stamp(house).compareTo(stamp(fresh)) > 0 ? fresh.with(house.reports()) : fresh;
    }

    /** A look at the shadow may know more than the table. */
    private static Stamp stamp(Household house) {
        return house.reports().routing().map(RoutingReport::stamp).orElse(Stamp.START);
    }
}
