package ensemble.gateway.output;

import java.util.Optional;

/** Whether something on the network answers. No call blocks. */
public interface Reach {
    /** Asks again, if it is time. */
    void look(long nowNanos);

    /** What was found last; empty before the first answer. */
    Optional<Boolean> answers();
}
