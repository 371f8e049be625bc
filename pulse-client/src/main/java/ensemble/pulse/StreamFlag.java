package ensemble.pulse;

/** libpulse's stream flags that make sense here. */
public enum StreamFlag {
    START_CORKED(0x0001),
    INTERPOLATE_TIMING(0x0002),
    AUTO_TIMING_UPDATE(0x0008),
    DONT_MOVE(0x0200),
    /** The target length is the whole latency, the sink's included. */
    ADJUST_LATENCY(0x2000),
    EARLY_REQUESTS(0x4000);

    final int bit;

    StreamFlag(int bit) {
        this.bit = bit;
    }
}
