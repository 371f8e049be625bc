package ensemble.gateway.output;

/**
 * Notices that what is sent does not arrive: sound goes to the sink, and for longer than a moment nothing shows behind it. One
 * thread.
 */
public final class TakesWatch {
    /** A device opens, a network buffers: both are done by then. */
    static final long PATIENCE_NANOS = 4_000_000_000L;

    private long since = Long.MIN_VALUE;

    /**
     * One look.
     *
     * @param sent sound goes to the sink
     * @param arrives it shows behind it
     */
    public boolean isDeaf(boolean sent, boolean arrives, long nowNanos) {
        if (!sent || arrives) {
            since = Long.MIN_VALUE;
            return false;
        }
        if (since == Long.MIN_VALUE) {
            since = nowNanos;
        }
        return nowNanos - since >= PATIENCE_NANOS;
    }
}
