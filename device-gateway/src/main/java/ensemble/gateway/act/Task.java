package ensemble.gateway.act;

import ensemble.contract.state.Act;
import ensemble.contract.state.Ticket;

/**
 * An act to be done once, whoever asked for it.
 *
 * @param n its number: a wish's ticket keeps its own, above 0; what was asked at the box itself counts down from -1, so that
 *     the two never meet and nothing asked here is told to the cloud as an answer
 * @param subject the group or speaker it is about; empty = the hub
 */
public record Task(long n, Act act, String subject) {
    /** @throws IllegalArgumentException if n is 0 */
    public Task {
        if (n == 0) {
            throw new IllegalArgumentException("a task is numbered from 1, or from -1 down");
        }
    }

    public static Task of(Ticket ticket) {
        return new Task(ticket.n(), ticket.act(), ticket.subject());
    }
}
