package ensemble.gateway.audio.pipewire;

/**
 * What really waits on the server. Its two indexes differ from the truth by a constant: PipeWire 0.3.65 does not count what
 * it took in a stream's first turns. Right after priming the truth is known, and for a while it follows from the clock;
 * comparing both over {@value #LOOKS} readings tells the constant.
 */
final class LevelGauge {
    static final int LOOKS = 16;

    private final int framesPerSecond;
    private long primedAt;
    private long written;
    private double difference;
    private int looks;

    LevelGauge(int framesPerSecond) {
        this.framesPerSecond = framesPerSecond;
    }

    /** So many frames now wait, exactly. */
    void primed(long nowNanos, int frames) {
        primedAt = nowNanos;
        written = frames;
        difference = 0;
        looks = 0;
    }

    void wrote(int frames) {
        written += frames;
    }

    /** Whether {@link #level} is the truth by now, and not just an upper bound. */
    boolean known() {
        return looks >= LOOKS;
    }

    /** Frames that wait, from the difference of the server's indexes. */
    double level(long nowNanos, long waitingByServer) {
        if (!known()) {
            double taken = (nowNanos - primedAt) * (double) framesPerSecond / 1e9;
            difference += (waitingByServer - (written - taken)) / LOOKS;
            looks++;
            return waitingByServer;
        }
        return waitingByServer - difference;
    }
}
