package ensemble.gateway.act;

import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import java.util.List;
import java.util.Optional;

/** Sends each ticket to the part of the box that can do it. */
public final class Acts {
    public static final Acts NONE = new Acts(List.of());

    private final List<Doer> doers;

    public Acts(List<Doer> doers) {
        this.doers = List.copyOf(doers);
    }

    /** Begins a ticket; what nobody here can do is not supported. */
    public TicketEcho begin(Ticket ticket) {
        for (Doer doer : doers) {
            if (doer.acts().contains(ticket.act())) {
                doer.begin(ticket);
                return doer.state(ticket.n()).orElse(TicketEcho.RUNNING);
            }
        }
        return TicketEcho.NOT_SUPPORTED;
    }

    /** How it stands with a ticket that was begun; empty if nobody knows it any more. */
    public Optional<TicketEcho> state(long n) {
        return doers.stream().flatMap(doer -> doer.state(n).stream()).findFirst();
    }
}
