package ensemble.gateway.audio;

/**
 * Reads between frames: a windowed sinc of {@value #TAPS} taps in {@value #PHASES} phases, flat to beyond 18 kHz at 48 kHz.
 * Whole frames are copied bit by bit.
 */
final class Interpolator {
    static final int TAPS = 32;
    static final int PHASES = 1024;

    /** Frames before the one asked for that the taps reach back to. */
    static final int BEFORE = TAPS / 2 - 1;

    /** Frames after it. */
    static final int AFTER = TAPS / 2;

    private static final double KAISER_BETA = 7;
    private static final float[] TABLE = table();

    private Interpolator() {}

    private static float[] table() {
        float[] table = new float[PHASES * TAPS];
        for (int phase = 0; phase < PHASES; phase++) {
            double[] taps = new double[TAPS];
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double distance = tap - BEFORE - (double) phase / PHASES;
                taps[tap] = sinc(distance) * kaiser(distance / (TAPS / 2.0));
                sum += taps[tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                table[phase * TAPS + tap] = (float) (taps[tap] / sum);
            }
        }
        return table;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of order zero. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > sum * 1e-12; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    /** The same fraction of a frame for every frame: {@code to[i]} = source at {@code i + phase / PHASES}. */
    static void fixed(float[] from, int phase, float[] to, int frames) {
        if (phase == 0) {
            System.arraycopy(from, BEFORE, to, 0, frames);
            return;
        }
        java.util.Arrays.fill(to, 0, frames, 0);
        int row = phase * TAPS;
        for (int tap = 0; tap < TAPS; tap++) {
            float factor = TABLE[row + tap];
            for (int frame = 0; frame < frames; frame++) {
                to[frame] += factor * from[frame + tap];
            }
        }
    }

    /** One frame, {@code at} frames and {@code phase / PHASES} into the source. */
    static float one(float[] from, int at, int phase) {
        int row = phase * TAPS;
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += TABLE[row + tap] * from[at + tap];
        }
        return sum;
    }
}
