package ensemble.skill.link;

import ensemble.skill.household.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often codes may be tried. Pure. An account: five wrong ones in any quarter of an hour. Everybody together: 56 at once, from then
 * on one in fifteen seconds; so at most 60 in any minute and 5,816 in any day, of 81 million codes: a code that were live all day
 * long would be guessed with a chance of 7.2 in 100,000, and then somebody at the box would still have to say yes.
 */
final class Limits {
    static final int ACCOUNT_MOST = 5;
    static final Duration ACCOUNT_WITHIN = Duration.ofMinutes(15);
    static final int EVERYBODY_AT_ONCE = 56;
    static final Duration EVERYBODY_THEN_EACH = Duration.ofSeconds(15);

    private Limits() {}

    /** The tries with one more of that account; empty if it must wait. */
    static Optional<Tries> account(Tries before, Instant now) {
        List<Instant> counted = new ArrayList<>(before.at().stream()
                .filter(at -> at.plus(ACCOUNT_WITHIN).isAfter(now))
                .toList());
        if (counted.size() >= ACCOUNT_MOST) {
            return Optional.empty();
        }
        counted.add(now);
        return Optional.of(before.next(counted));
    }

    /**
     * The same of everybody together, kept as the one moment at which the tries so far would have been used up at the slow pace;
     * empty if all must wait.
     */
    static Optional<Tries> everybody(Tries before, Instant now) {
        Instant usedUp = before.at().isEmpty() || before.at().getFirst().isBefore(now)
                ? now
                : before.at().getFirst();
        Duration ahead = EVERYBODY_THEN_EACH.multipliedBy(EVERYBODY_AT_ONCE - 1);
        return usedUp.isAfter(now.plus(ahead))
                ? Optional.empty()
                : Optional.of(before.next(List.of(usedUp.plus(EVERYBODY_THEN_EACH))));
    }

    /** A right code is no wrong one: the tries without the one of that time. */
    static Tries without(Tries before, Instant right) {
        List<Instant> others = new ArrayList<>(before.at());
        others.remove(right);
        return before.next(others);
    }
}
