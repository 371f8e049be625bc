package ensemble.contract.state;

/**
 * A one-shot act, numbered by the wish that brought it, so that it happens at most once however often the wish is read.
 *
 * @param n the wish's number, above 0; the order of the acts
 * @param subject the group or speaker it is about; empty = the hub
 */
public record Ticket(long n, Act act, String subject) {
    /** @throws IllegalArgumentException if n is not above 0 or the subject could be no id */
    public Ticket {
        if (n <= 0) {
            throw new IllegalArgumentException("a ticket is numbered from 1, not " + n);
        }
        if (subject.length() > 20) {
            throw new IllegalArgumentException("a ticket's subject is an id, not '" + subject + "'");
        }
    }
}
