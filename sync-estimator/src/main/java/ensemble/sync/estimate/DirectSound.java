package ensemble.sync.estimate;

import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/**
 * The spectrum of the first millisecond or so of a response, pink-weighted from 500 Hz to 8 kHz, and how two of them
 * lie in time. This is the quantity that {@link Verdict} defines an offset by.
 */
final class DirectSound {
    /** Samples after the pick that are cut out: as many as the speakers' own ringing needs. */
    static final int LONG = 57;

    /** So few that reflections hardly show, to check by. */
    static final int SHORT = 36;

    /** Samples before the pick. */
    static final int BEFORE = 24;

    /** Hertz between the frequencies that are looked at. */
    static final double SPACING = 187.5;

    private static final double RATE = Sweep.RATE;
    private static final int RISE = 9;
    private static final double LOW = 500;
    private static final double HIGH = 8000;
    private static final double LARGEST_LAG = 0.0004;
    private static final double LAG_STEP = 1 / (8 * RATE);

    /** How far a pick usually is from what is meant, between unlike models: seconds. */
    private static final double PICKED_WITHIN = 200e-6;

    /**
     * An opposite polarity is believed only if it fits this much better, and doubted from there on. Of 650 unlike
     * speakers in simulated rooms none fitted more than 1.5 times better reversed, and one in a hundred 1.25 times.
     */
    private static final double REVERSAL = 1.6;

    private static final double DOUBTFUL_REVERSAL = 1.25;

    private final double origin;
    private final double[] re;
    private final double[] im;
    private final double energy;

    private DirectSound(double origin, double[] re, double[] im) {
        this.origin = origin;
        this.re = re;
        this.im = im;
        double sum = 0;
        for (int b = 0; b < re.length; b++) {
            sum += re[b] * re[b] + im[b] * im[b];
        }
        this.energy = sum;
    }

    /**
     * How one direct sound lies to another.
     *
     * @param seconds by how much later it is
     * @param likeness 0 to 1; 0 also if it fits so much better reversed that it may well be, and not surely
     * @param reversed whether with opposite polarity
     */
    record Fit(double seconds, double likeness, boolean reversed) {}

    /**
     * Cuts it out, and a close bounce off it.
     *
     * @param response real
     * @param pick its index of the first arrival, with {@link #BEFORE} samples before and {@link #LONG} behind
     * @param recordingStart sample of the recording that index 0 stands for
     * @param after samples behind the pick
     */
    static DirectSound at(double[] response, double pick, double recordingStart, int after, Bounce bounce) {
        int base = (int) Math.floor(pick);
        double[] windowed = cut(response, base, after);
        int bins = (int) (HIGH / SPACING) + 1;
        double[] re = new double[bins];
        double[] im = new double[bins];
        for (int b = (int) Math.ceil(LOW / SPACING); b < bins; b++) {
            double omega = 2 * Math.PI * b * SPACING / RATE;
            double weight = Math.sqrt(1 / (b * SPACING));
            for (int i = 0; i < windowed.length; i++) {
                re[b] += windowed[i] * weight * Math.cos(omega * (i - BEFORE));
                im[b] -= windowed[i] * weight * Math.sin(omega * (i - BEFORE));
            }
            double turn = 2 * Math.PI * b * SPACING * bounce.seconds();
            divide(re, im, b, 1 + bounce.strength() * Math.cos(turn), -bounce.strength() * Math.sin(turn));
        }
        return new DirectSound((recordingStart + base) / RATE, re, im);
    }

    private static void divide(double[] re, double[] im, int b, double byRe, double byIm) {
        double size = byRe * byRe + byIm * byIm;
        double quotient = (re[b] * byRe + im[b] * byIm) / size;
        im[b] = (im[b] * byRe - re[b] * byIm) / size;
        re[b] = quotient;
    }

    /** From {@link #BEFORE} samples before the pick to {@code after} behind, faded in and out. */
    static double[] cut(double[] response, int pick, int after) {
        double[] windowed = new double[BEFORE + after];
        for (int i = 0; i < windowed.length; i++) {
            windowed[i] = taper(i, after) * response[pick + i - BEFORE];
        }
        return windowed;
    }

    /** The gain of the cut's sample {@code i}. */
    static double taper(int i, int after) {
        int left = BEFORE + after - 1 - i;
        int fall = after / 3;
        return i < RISE
                ? 0.5 - 0.5 * Math.cos(Math.PI * i / RISE)
                : left < fall ? 0.5 - 0.5 * Math.cos(Math.PI * left / fall) : 1;
    }

    /**
     * Compares; the later this is than {@code other}, the larger.
     *
     * @param picked seconds by which it was picked later: of several good fits the one near that is meant
     */
    Fit against(DirectSound other, double picked) {
        int steps = (int) (LARGEST_LAG / LAG_STEP);
        double[] v = new double[2 * steps + 1];
        double[] likely = new double[v.length];
        int most = 0;
        int least = 0;
        for (int k = 0; k < v.length; k++) {
            double lag = (k - steps) * LAG_STEP;
            v[k] = likeness(other, lag);
            double off = (origin - other.origin + lag - picked) / PICKED_WITHIN;
            likely[k] = v[k] * Math.exp(-0.5 * off * off);
            most = likely[k] > likely[most] ? k : most;
            least = likely[k] < likely[least] ? k : least;
        }
        double highest = Arrays.stream(v).max().orElse(0);
        double deepest = -Arrays.stream(v).min().orElse(0);
        boolean reversed = deepest > REVERSAL * highest;
        boolean doubtful = !reversed && deepest > DOUBTFUL_REVERSAL * highest;
        int best = reversed ? least : most;
        int sign = reversed ? -1 : 1;
        while (best > 0 && sign * v[best - 1] > sign * v[best]) {
            best--;
        }
        while (best + 1 < v.length && sign * v[best + 1] > sign * v[best]) {
            best++;
        }
        double lag = (best - steps + Peaks.vertex(v, best)) * LAG_STEP;
        return new Fit(origin - other.origin + lag, doubtful ? 0 : Math.abs(v[best]), reversed);
    }

    private double likeness(DirectSound other, double lag) {
        double sum = 0;
        for (int b = 0; b < re.length; b++) {
            double angle = 2 * Math.PI * b * SPACING * lag;
            double crossRe = re[b] * other.re[b] + im[b] * other.im[b];
            double crossIm = im[b] * other.re[b] - re[b] * other.im[b];
            sum += crossRe * Math.cos(angle) - crossIm * Math.sin(angle);
        }
        return sum / Math.sqrt(energy * other.energy + 1e-60);
    }
}
