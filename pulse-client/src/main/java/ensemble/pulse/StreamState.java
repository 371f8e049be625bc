package ensemble.pulse;

/** Life of a stream. With {@code node.autoconnect=false} it stays {@link #CREATING} until somebody links its ports. */
public enum StreamState {
    UNCONNECTED,
    CREATING,
    READY,
    FAILED,
    TERMINATED;

    /** In libpulse's numbering, which is this one. */
    static StreamState of(int code) {
        return switch (code) {
            case 0 -> UNCONNECTED;
            case 1 -> CREATING;
            case 2 -> READY;
            case 3 -> FAILED;
            case 4 -> TERMINATED;
            default -> throw new IllegalStateException("libpulse has no stream state " + code);
        };
    }
}
