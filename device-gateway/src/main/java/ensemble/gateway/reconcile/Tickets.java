package ensemble.gateway.reconcile;

import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Acts;
import ensemble.gateway.act.Task;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of the one-shot acts that wishes bring. Each is decided once, together with the wish that was new: an act of
 * a number at or below the last decided wish has been decided already.
 */
final class Tickets {
    private Tickets() {}

    /** The acts of a wish that no earlier wish has brought here. */
    static List<Ticket> fresh(RoutingWish wish, long decidedBefore) {
        return wish.tickets().stream()
                .filter(ticket -> ticket.n() > decidedBefore)
                .toList();
    }

    /**
     * Writes down what is to be done before it is begun: after a power cut in between it has failed, and is never done twice.
     *
     * @param judged what was decided on the wish that brought them
     * @param mayStartSound whether the wish is young enough
     */
    static Standing noted(Standing judged, List<Ticket> fresh, boolean mayStartSound) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>(judged.echoes());
        boolean refused = judged.fault()
                .filter(fault -> fault.kind() != FaultKind.EXPIRED)
                .isPresent();
        for (Ticket ticket : fresh) {
            boolean late = ticket.act().isAudible() && !mayStartSound;
            echoes.put(ticket.n(), refused ? TicketEcho.FAILED : late ? TicketEcho.EXPIRED : TicketEcho.RUNNING);
        }
        while (echoes.size() > RoutingWish.MOST_TICKETS) {
            echoes.remove(echoes.firstKey());
        }
        return judged.with(echoes);
    }

    /** Begins those noted as running, and says how that went. */
    static Standing begun(Standing noted, List<Ticket> fresh, Acts acts) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>(noted.echoes());
        for (Ticket ticket : fresh) {
            if (echoes.get(ticket.n()) == TicketEcho.RUNNING) {
                echoes.put(ticket.n(), acts.begin(Task.of(ticket)));
            }
        }
        return noted.with(echoes);
    }

    /** How it stands now; a running act that nobody knows any more did not survive. */
    static Standing followed(Standing before, Acts acts) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>(before.echoes());
        echoes.replaceAll(
                (n, echo) -> echo == TicketEcho.RUNNING ? acts.state(n).orElse(TicketEcho.FAILED) : echo);
        return before.with(echoes);
    }
}
