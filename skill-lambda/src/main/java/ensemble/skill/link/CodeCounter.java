package ensemble.skill.link;

import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Tries;
import ensemble.skill.household.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Counts a try before its code is looked up, so that many at once are not all let through. */
final class CodeCounter {
    private static final int MOST_RACES = 5;

    /** No limit looks further back. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final ClaimStore store;

    CodeCounter(ClaimStore store) {
        this.store = store;
    }

    /** Whether a code may be looked up. */
    enum Verdict {
        MAY,
        ACCOUNT_WAITS,
        EVERYBODY_WAITS
    }

    Verdict count(UserId user, Instant now) throws StoreException {
        if (!counted(Optional.of(user), now, tries -> Limits.account(tries, now))) {
            return Verdict.ACCOUNT_WAITS;
        }
        return counted(Optional.empty(), now, tries -> Limits.everybody(tries, now))
                ? Verdict.MAY
                : Verdict.EVERYBODY_WAITS;
    }

    /** The try of that time was a right one. Everybody's stays counted: right ones are few. */
    void wasRight(UserId user, Instant at) throws StoreException {
        var unused = counted(Optional.of(user), at, tries -> Optional.of(Limits.without(tries, at)));
    }

    private boolean counted(Optional<UserId> who, Instant now, Function<Tries, Optional<Tries>> limit)
            throws StoreException {
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Tries> next = limit.apply(store.tries(who));
            if (next.isEmpty()) {
                return false;
            }
            if (store.putTries(who, next.get(), now.plus(FORGOTTEN_AFTER))) {
                return true;
            }
        }
        throw new StoreException("tries could not be counted in " + MOST_RACES + " races");
    }
}
