package ensemble.skill.identity;

import ensemble.skill.household.UserId;

/** What a bearer token is worth. */
public sealed interface TokenVerdict {
    record Known(UserId user) implements TokenVerdict {}

    /** Was ours, and its time is over. */
    record Expired() implements TokenVerdict {}

    /**
     * Definitely not ours.
     *
     * @param why for the log; never holds the token
     */
    record Invalid(String why) implements TokenVerdict {}

    /**
     * Cannot be told now: the keys could not be fetched. Must never be answered as invalid, which would unlink
     * the account.
     */
    record Unavailable(String why) implements TokenVerdict {}
}
