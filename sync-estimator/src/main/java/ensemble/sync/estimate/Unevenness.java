package ensemble.sync.estimate;

/**
 * What colours are to be expected of speakers in rooms: how the logarithms of two frequencies' magnitudes go together
 * (covariance), from peaks and dips of a speaker's own, its fall at the upper end, its dullness from the side, and
 * reflections from walls and floor that come some tenths of a millisecond late.
 */
final class Unevenness {
    private static final int BINS = ColourMeter.BINS;

    /** Peaks to be expected between 200 Hz and 9 kHz, their RMS in dB, where they lie, and how sharp they are. */
    private static final double PEAKS = 4;

    private static final double PEAK_DB = 2.9;
    private static final double LOWEST = 250;
    private static final double HIGHEST = 14_000;
    private static final double OCTAVES = Math.log(HIGHEST / LOWEST) / Math.log(9000.0 / 200);
    private static final double[] SHARPNESS = {0.7, 1.2, 2, 3, 4};
    private static final int PLACES = 60;

    /** Reflections: their mean square strength, and between which delays. */
    private static final double REFLECTED = 0.125;

    private static final double EARLIEST = 0.30e-3;
    private static final double LATEST = 1.19e-3;
    private static final double DELAY_STEP = 10e-6;

    private static final double DULLNESS = 0.15;
    private static final double DULL_HERTZ = 5000;
    private static final double FALL = 0.25;
    private static final double FALL_HERTZ = 14_000;

    /** How loud it is as a whole says nothing. */
    private static final double LOUDNESS = 100;

    /** What no such thing explains: variance of each frequency by itself. */
    private static final double OWN = 0.01;

    private static final double[][] COVARIANCE = covariance();

    private Unevenness() {}

    /** The covariance, with a colour's own variances. */
    static Whitener whitener(double[] variances) {
        double[][] sum = new double[BINS][];
        for (int b = 0; b < BINS; b++) {
            sum[b] = COVARIANCE[b].clone();
            sum[b][b] += OWN + variances[b];
        }
        return new Whitener(sum);
    }

    private static double[][] covariance() {
        double[][] sum = new double[BINS][BINS];
        for (int place = 0; place < PLACES; place++) {
            double hertz = LOWEST * Math.pow(HIGHEST / LOWEST, place / (PLACES - 1.0));
            for (double q : SHARPNESS) {
                add(sum, PEAKS * OCTAVES / (PLACES * SHARPNESS.length), f -> peak(f / hertz, q));
            }
        }
        int steps = (int) ((LATEST - EARLIEST) / DELAY_STEP);
        for (int k = 0; k < steps; k++) {
            double delay = EARLIEST + k * DELAY_STEP;
            double kept = DirectSound.taper(
                    DirectSound.BEFORE + (int) (delay * ensemble.sync.probe.Sweep.RATE), DirectSound.LONG);
            add(sum, REFLECTED * kept * kept / steps, f -> Math.cos(2 * Math.PI * f * delay));
        }
        add(sum, DULLNESS, f -> -0.5 * Math.log1p(f * f / (DULL_HERTZ * DULL_HERTZ)));
        add(sum, FALL, f -> Math.pow(f / FALL_HERTZ, 4));
        add(sum, LOUDNESS, f -> 1);
        return sum;
    }

    /** An equaliser's bell, as a natural logarithm. */
    private static double peak(double ratio, double q) {
        double a = Math.pow(10, PEAK_DB / 40);
        double off = (1 - ratio * ratio) * (1 - ratio * ratio);
        double up = a * ratio / q;
        double down = ratio / a / q;
        return 0.5 * Math.log((off + up * up) / (off + down * down));
    }

    private static void add(double[][] sum, double variance, java.util.function.DoubleUnaryOperator shape) {
        double[] x = new double[BINS];
        java.util.Arrays.setAll(x, b -> shape.applyAsDouble(ColourMeter.hertz(b)));
        for (int i = 0; i < BINS; i++) {
            for (int j = 0; j < BINS; j++) {
                sum[i][j] += variance * x[i] * x[j];
            }
        }
    }
}
