package ensemble.sync.estimate;

import java.util.SplittableRandom;

/** Flat speakers in open air: what a microphone hears is delayed copies and a little noise. */
public final class Air {
    public static final int RATE = 48_000;

    private final float[] heard;

    /** Silence of a length, with noise at -60 dB. */
    public Air(double seconds) {
        heard = new float[(int) (seconds * RATE)];
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (float) (1e-3 * random.nextGaussian());
        }
    }

    /** Adds what one speaker plays, from a sample on. */
    public Air with(float[] played, int from, double gain) {
        for (int i = 0; i < played.length && from + i < heard.length; i++) {
            if (from + i >= 0) {
                heard[from + i] += (float) (gain * played[i]);
            }
        }
        return this;
    }

    public float[] samples() {
        return heard;
    }

    public Take take() {
        return Take.of(heard, RATE);
    }
}
