package ensemble.gateway.audio;

/** The program's last five seconds, left and right apart. */
final class ProgramRing {
    /** A power of two, more than the longest delay and what the interpolator reaches back. */
    static final int FRAMES = 1 << 18;

    private static final int MASK = FRAMES - 1;
    private final float[] left = new float[FRAMES];
    private final float[] right = new float[FRAMES];

    /** Below one step of 16 bits: what a cable's or a codec's silence may carry. */
    private static final float AUDIBLE = 1e-4f;

    private long written;
    private long lastSound = Long.MIN_VALUE / 2;

    /** Appends interleaved stereo frames. */
    void append(float[] stereo, int atSample, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            int at = (int) ((written + frame) & MASK);
            left[at] = stereo[atSample + 2 * frame];
            right[at] = stereo[atSample + 2 * frame + 1];
            if (Math.abs(left[at]) > AUDIBLE || Math.abs(right[at]) > AUDIBLE) {
                lastSound = written + frame;
            }
        }
        written += frames;
    }

    /** Frames appended so far. */
    long written() {
        return written;
    }

    /** Whether other than silence came in within the last frames. */
    boolean sounded(int withinFrames) {
        return written - lastSound <= withinFrames;
    }

    /** Copies a stretch; before the program's beginning there was silence, which is what an unused ring holds. */
    void copy(long fromFrame, float[] toLeft, float[] toRight, int frames) {
        int at = (int) (fromFrame & MASK);
        int first = Math.min(frames, FRAMES - at);
        System.arraycopy(left, at, toLeft, 0, first);
        System.arraycopy(right, at, toRight, 0, first);
        System.arraycopy(left, 0, toLeft, first, frames - first);
        System.arraycopy(right, 0, toRight, first, frames - first);
    }
}
