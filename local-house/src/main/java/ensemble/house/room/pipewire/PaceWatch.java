package ensemble.house.room.pipewire;

/**
 * Tells from the pace of what was captured whether time is missing: the graph's clock and the machine's monotonic clock
 * run at one rate, so what falls behind for a whole second, and stays behind, is lost or the graph stood still.
 */
final class PaceWatch {
    private static final double FRAMES_PER_NANO = 48e-6;
    private static final long WINDOW_NANOS = 1_000_000_000;
    private static final double TOLERATED = 240;

    private long start = Long.MIN_VALUE;
    private long windowEnd;
    private long frames;
    private double least = Double.MAX_VALUE;
    private double usual = Double.MAX_VALUE;

    /**
     * Notes that frames were captured.
     *
     * @return frames by which it fell behind just now; mostly 0
     */
    long captured(int count, long nowNanos) {
        if (start == Long.MIN_VALUE) {
            start = nowNanos;
            windowEnd = nowNanos + WINDOW_NANOS;
        }
        frames += count;
        least = Math.min(least, (nowNanos - start) * FRAMES_PER_NANO - frames);
        if (nowNanos < windowEnd) {
            return 0;
        }
        double behind = least - usual;
        usual = usual == Double.MAX_VALUE || behind > TOLERATED ? least : Math.min(usual, least);
        least = Double.MAX_VALUE;
        windowEnd = nowNanos + WINDOW_NANOS;
        return behind > TOLERATED ? Math.round(behind) : 0;
    }
}
