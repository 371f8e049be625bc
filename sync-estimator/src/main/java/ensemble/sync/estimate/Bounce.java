package ensemble.sync.estimate;

import ensemble.sync.dsp.Band;
import ensemble.sync.probe.Sweep;

/**
 * The reflection from a surface close to the microphone, such as the table that it lies on, which arrives too soon
 * to be cut off the direct sound: found by the regular ripple that it makes in the spectrum, where that explains most
 * of what a smooth speaker leaves unexplained.
 *
 * @param seconds after the direct sound
 * @param strength over the direct sound's; 0 = none found
 */
record Bounce(double seconds, double strength) {
    static final Bounce NONE = new Bounce(0, 0);

    private static final double SPACING = 187.5;
    private static final int FIRST = 4;
    private static final int BINS = 50;
    private static final int SMOOTH_TERMS = 5;
    private static final int DELAYS = 52;
    private static final double SHORTEST = 60e-6;
    private static final double DELAY_STEP = 8e-6;
    private static final double[] STRENGTHS = {0.3, 0.4, 0.5, 0.6};

    /** A ripple is believed if no more than this share of the unevenness is left without it. */
    private static final double LEFT = 0.3;

    private static final Band BAND = new Band(500, 9000);
    private static final double[][] SMOOTH = smooth();
    private static final double[][] RIPPLES = ripples();

    /**
     * Looks for one.
     *
     * @param windowed the direct sound, cut out
     */
    static Bounce in(double[] windowed) {
        double[] rest = unexplained(logMagnitudes(windowed));
        double before = dot(rest, rest);
        double best = before * LEFT;
        Bounce bounce = NONE;
        for (int k = 0; k < RIPPLES.length; k++) {
            double left = before - 2 * dot(rest, RIPPLES[k]) + dot(RIPPLES[k], RIPPLES[k]);
            if (left < best) {
                best = left;
                bounce = new Bounce(delay(k), STRENGTHS[k % STRENGTHS.length]);
            }
        }
        return bounce;
    }

    private static double delay(int k) {
        int step = k / STRENGTHS.length;
        return SHORTEST + DELAY_STEP * step;
    }

    private static double[] logMagnitudes(double[] windowed) {
        double[] log = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            double omega = 2 * Math.PI * (FIRST + b) * SPACING / Sweep.RATE;
            double re = 0;
            double im = 0;
            for (int i = 0; i < windowed.length; i++) {
                re += windowed[i] * Math.cos(omega * i);
                im += windowed[i] * Math.sin(omega * i);
            }
            double filter = Math.max(0.2, BAND.gain((FIRST + b) * SPACING));
            log[b] = 0.5 * Math.log(re * re + im * im + 1e-30) - Math.log(filter);
        }
        return log;
    }

    private static double[][] smooth() {
        double[][] terms = new double[SMOOTH_TERMS][BINS];
        for (int p = 0; p < SMOOTH_TERMS; p++) {
            for (int b = 0; b < BINS; b++) {
                double x = Math.log((FIRST + b) / (double) FIRST) / Math.log((FIRST + BINS) / (double) FIRST);
                terms[p][b] = Math.cos(Math.PI * p * x);
            }
            for (int earlier = 0; earlier < p; earlier++) {
                subtract(terms[p], terms[earlier]);
            }
            double length = Math.sqrt(dot(terms[p], terms[p]));
            for (int b = 0; b < BINS; b++) {
                terms[p][b] /= length;
            }
        }
        return terms;
    }

    private static double[][] ripples() {
        double[][] ripples = new double[DELAYS * STRENGTHS.length][BINS];
        for (int k = 0; k < ripples.length; k++) {
            double strength = STRENGTHS[k % STRENGTHS.length];
            for (int b = 0; b < BINS; b++) {
                double cosine = Math.cos(2 * Math.PI * (FIRST + b) * SPACING * delay(k));
                ripples[k][b] = 0.5 * Math.log(1 + strength * strength + 2 * strength * cosine);
            }
            unexplained(ripples[k]);
        }
        return ripples;
    }

    /** Takes out what is smooth over the octaves, in place. */
    private static double[] unexplained(double[] x) {
        for (double[] term : SMOOTH) {
            subtract(x, term);
        }
        return x;
    }

    private static void subtract(double[] x, double[] unit) {
        double share = dot(x, unit);
        for (int b = 0; b < x.length; b++) {
            x[b] -= share * unit[b];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
