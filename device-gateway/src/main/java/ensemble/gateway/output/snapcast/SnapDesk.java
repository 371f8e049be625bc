package ensemble.gateway.output.snapcast;

import java.util.Optional;

/** Where a Snapcast server is asked and told. No call blocks. The loop's own thread. */
interface SnapDesk {
    /** What it said last, within the last few seconds; empty while it does not answer. */
    Optional<SnapStatus> newest(long nowNanos);

    /** Asks again, if it is time. */
    void look(long nowNanos);
}
