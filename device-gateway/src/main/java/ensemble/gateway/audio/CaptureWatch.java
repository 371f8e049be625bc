package ensemble.gateway.audio;

/**
 * Tells from the pace at which sound comes in whether some was lost on the way: a microphone's clock runs within a thousandth
 * of the machine's, so whatever falls behind for a whole window and stays behind is missing. Belongs to one thread.
 */
public final class CaptureWatch {
    private static final double FRAMES_PER_NANO = Microphone.RATE * 1e-9;
    private static final long WINDOW_NANOS = 500_000_000;

    /** 4 ms: less than any block that is lost, more than a clock's share of a window. */
    private static final double TOLERATED = 192;

    private long start;
    private long windowEnd;
    private long frames;
    private double least = Double.MAX_VALUE;
    private double usual = Double.NaN;
    private boolean started;
    private int gaps;

    /** So many frames came in now. */
    public void captured(int count, long nowNanos) {
        if (!started) {
            started = true;
            start = nowNanos;
            windowEnd = nowNanos + WINDOW_NANOS;
        }
        frames += count;
        least = Math.min(least, (nowNanos - start) * FRAMES_PER_NANO - frames);
        if (nowNanos < windowEnd) {
            return;
        }
        gaps += Math.abs(least - usual) > TOLERATED ? 1 : 0;
        usual = least;
        least = Double.MAX_VALUE;
        windowEnd = nowNanos + WINDOW_NANOS;
    }

    /** How often something was lost, or came in twice. */
    public int gaps() {
        return gaps;
    }
}
