package ensemble.pulse;

/** What the server last told about a stream's clock; filled in place, so that asking costs no memory. */
public final class StreamTiming {
    long writeFrames;
    long readFrames;
    long deviceMicros;
    long transportMicros;
    boolean playing;

    /** Frames written since the stream began, those still under way included. */
    public long writeFrames() {
        return writeFrames;
    }

    /** Frames the server has taken since the stream began, when it answered. */
    public long readFrames() {
        return readFrames;
    }

    /** Frames that wait on the server; negative while it starves. */
    public long waitingFrames() {
        return writeFrames - readFrames;
    }

    /** Latency of what lies behind the server's buffer (playback: the sink; record: the source), in microseconds. */
    public long deviceMicros() {
        return deviceMicros;
    }

    /** How long the answer itself was under way, in microseconds. */
    public long transportMicros() {
        return transportMicros;
    }

    public boolean playing() {
        return playing;
    }
}
