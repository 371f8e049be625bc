package ensemble.gateway.act;

import ensemble.contract.state.TicketEcho;
import java.util.List;
import java.util.Optional;

/** Sends each task to the part of the box that can do it. */
public final class Acts {
    public static final Acts NONE = new Acts(List.of());

    private final List<Doer> doers;

    public Acts(List<Doer> doers) {
        this.doers = List.copyOf(doers);
    }

    /** Begins a task; what nobody here can do is not supported. */
    public TicketEcho begin(Task task) {
        for (Doer doer : doers) {
            if (doer.acts().contains(task.act())) {
                doer.begin(task);
                return doer.state(task.n()).orElse(TicketEcho.RUNNING);
            }
        }
        return TicketEcho.NOT_SUPPORTED;
    }

    /** How it stands with a task that was begun; empty if nobody knows it any more. */
    public Optional<TicketEcho> state(long n) {
        return doers.stream().flatMap(doer -> doer.state(n).stream()).findFirst();
    }
}
