package ensemble.house.room;

import java.util.Arrays;

/**
 * The recent past of one signal, read at a fractional and moving delay. Every read is {@link #HALF} samples later
 * than asked, the same for all lines of the room, because the interpolation needs that much future.
 */
final class DelayLine {
    static final int HALF = 16;

    private static final int TAPS = 2 * HALF;
    private static final SincTable SINC = new SincTable(HALF, 1);

    private final float[] ring;
    private final int size;
    private long written;

    /** @param maxDelay the longest delay in samples that will be asked for */
    DelayLine(int maxDelay) {
        int needed = maxDelay + 2 * TAPS + RoomBlock.MAX_FRAMES;
        this.size = Integer.highestOneBit(needed - 1) << 1;
        // The first taps again behind the end, so that 32 samples always lie side by side.
        this.ring = new float[size + TAPS];
    }

    void write(float[] block, int frames) {
        int at = (int) (written & (size - 1));
        int first = Math.min(frames, size - at);
        System.arraycopy(block, 0, ring, at, first);
        System.arraycopy(block, first, ring, 0, frames - first);
        System.arraycopy(ring, 0, ring, size, TAPS);
        written += frames;
    }

    /**
     * Reads beside the newest {@code frames} samples written.
     *
     * @param delay of the first of them, in samples, 0 or more
     * @param slope what the delay grows by per sample
     * @param from the first frame to fill; earlier ones are left alone
     */
    void read(float[] out, int from, int frames, double delay, double slope) {
        long start = written - frames - HALF;
        for (int k = from; k < frames; k++) {
            double moved = Math.max(0, delay + slope * k);
            int whole = (int) Math.ceil(moved);
            long position = start + k - whole;
            if (position < HALF) {
                out[k] = 0;
            } else {
                int base = (int) ((position - (HALF - 1)) & (size - 1));
                out[k] = SINC.at(ring, base, whole - moved);
            }
        }
    }

    void clear() {
        Arrays.fill(ring, 0);
        written = 0;
    }
}
