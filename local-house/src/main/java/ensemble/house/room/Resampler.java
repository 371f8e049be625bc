package ensemble.house.room;

import java.util.Arrays;

/** Brings a stereo stream of any rate to 48 kHz, band-limited. Not thread-safe. */
final class Resampler {
    private static final int HALF = 16;

    private final double step;
    private final int half;
    private final SincTable sinc;
    private float[] left = new float[0];
    private float[] right = new float[0];
    private int held;
    private double position;

    /** @param rate of the input, 8000 to 384000 */
    Resampler(int rate) {
        step = (double) rate / RoomEngine.RATE;
        half = HALF * (int) Math.max(1, Math.ceil(step));
        sinc = new SincTable(half, Math.min(1, 1 / step));
        // Half a kernel of silence before the first sample: the stream begins where the file begins.
        left = new float[half - 1];
        right = new float[half - 1];
        held = half - 1;
    }

    /** The most frames that {@link #process} may make out of so many. */
    int most(int frames) {
        return (int) Math.ceil((frames + 2.0 * half) / step) + 2;
    }

    /**
     * Takes some frames in and gives out all that are complete.
     *
     * @param out room for {@link #most} stereo frames
     * @return frames given
     */
    int process(float[] interleaved, int frames, float[] out) {
        if (left.length < held + frames) {
            left = Arrays.copyOf(left, held + frames);
            right = Arrays.copyOf(right, held + frames);
        }
        for (int k = 0; k < frames; k++) {
            left[held + k] = interleaved[2 * k];
            right[held + k] = interleaved[2 * k + 1];
        }
        held += frames;
        int made = 0;
        while ((int) position + 2 * half <= held) {
            int base = (int) position;
            out[2 * made] = sinc.at(left, base, position - base);
            out[2 * made + 1] = sinc.at(right, base, position - base);
            made++;
            position += step;
        }
        int done = Math.min((int) position, held);
        System.arraycopy(left, done, left, 0, held - done);
        System.arraycopy(right, done, right, 0, held - done);
        held -= done;
        position -= done;
        return made;
    }

    /** Gives out what still waits for samples to come, as if silence followed. */
    int finish(float[] out) {
        return process(new float[2 * half], half, out);
    }
}
