package ensemble.gateway.act;

import ensemble.contract.state.Act;
import ensemble.contract.state.TicketEcho;
import java.util.Optional;
import java.util.Set;

/**
 * A part of the box that can do some acts. Called by the reconcile loop, so neither call may block; what takes time is done
 * elsewhere and ends in a wake-up.
 */
public interface Doer {
    /** What it can do; the same set every time. */
    Set<Act> acts();

    /** Begins one; called once for each task, with an act of {@link #acts}. */
    void begin(Task task);

    /** How it stands with a task; empty for one that it never began, or no longer knows. */
    Optional<TicketEcho> state(long n);
}
