package ensemble.sync.estimate;

import ensemble.sync.probe.Sweep;

/**
 * The spectrum of the first 1.2 ms of a response, pink-weighted from 500 Hz to 8 kHz, and how two of them lie in
 * time. This is the quantity that {@link Verdict} defines an offset by.
 */
final class DirectSound {
    private static final double RATE = Sweep.RATE;
    private static final int BEFORE = 24;
    private static final int AFTER = 57;
    private static final int RISE = 9;
    private static final int FALL = 19;
    private static final double SPACING = 187.5;
    private static final double LOW = 500;
    private static final double HIGH = 8000;
    private static final double LARGEST_LAG = 0.0004;
    private static final double LAG_STEP = 1 / (8 * RATE);

    /** An opposite polarity is believed only if it fits this much better. */
    private static final double REVERSAL = 1.3;

    private final double origin;
    private final double[] re;
    private final double[] im;
    private final double energy;

    private DirectSound(double origin, double[] re, double[] im, double energy) {
        this.origin = origin;
        this.re = re;
        this.im = im;
        this.energy = energy;
    }

    /**
     * How one direct sound lies to another.
     *
     * @param seconds by how much later it is
     * @param likeness 0 to 1
     * @param rival likeness at the second-best lag over that at the best; near 1 = it could be either
     * @param reversed whether with opposite polarity
     */
    record Fit(double seconds, double likeness, double rival, boolean reversed) {}

    /**
     * Cuts it out.
     *
     * @param pairs an analytic response
     * @param pick its index of the first arrival, with 24 samples before and 57 after
     * @param recordingStart sample of the recording that index 0 stands for
     */
    static DirectSound at(double[] pairs, double pick, double recordingStart) {
        int base = (int) Math.floor(pick);
        int bins = (int) (HIGH / SPACING) + 1;
        double[] re = new double[bins];
        double[] im = new double[bins];
        double energy = 0;
        for (int b = (int) Math.ceil(LOW / SPACING); b < bins; b++) {
            double omega = 2 * Math.PI * b * SPACING / RATE;
            double weight = Math.sqrt(1 / (b * SPACING));
            for (int i = -BEFORE; i < AFTER; i++) {
                double v = pairs[2 * (base + i)] * window(i) * weight;
                re[b] += v * Math.cos(omega * i);
                im[b] -= v * Math.sin(omega * i);
            }
            energy += re[b] * re[b] + im[b] * im[b];
        }
        return new DirectSound((recordingStart + base) / RATE, re, im, energy);
    }

    private static double window(int i) {
        if (i < RISE - BEFORE) {
            return 0.5 - 0.5 * Math.cos(Math.PI * (i + BEFORE) / RISE);
        }
        int left = AFTER - 1 - i;
        return left < FALL ? 0.5 - 0.5 * Math.cos(Math.PI * left / FALL) : 1;
    }

    /** Compares; the later this is than {@code other}, the larger. */
    Fit against(DirectSound other) {
        int steps = (int) (LARGEST_LAG / LAG_STEP);
        double[] v = new double[2 * steps + 1];
        int most = 0;
        int least = 0;
        for (int k = 0; k < v.length; k++) {
            v[k] = likeness(other, (k - steps) * LAG_STEP);
            most = v[k] > v[most] ? k : most;
            least = v[k] < v[least] ? k : least;
        }
        boolean reversed = -v[least] > REVERSAL * v[most];
        if (reversed) {
            for (int k = 0; k < v.length; k++) {
                v[k] = -v[k];
            }
        }
        int best = reversed ? least : most;
        double lag = (best - steps + Peaks.vertex(v, best)) * LAG_STEP;
        return new Fit(origin - other.origin + lag, v[best], rival(v, best) / Math.max(v[best], 1e-9), reversed);
    }

    private static double rival(double[] v, int best) {
        double second = 0;
        for (int k = 1; k < v.length - 1; k++) {
            if (Math.abs(k - best) > 3 && v[k] >= v[k - 1] && v[k] > v[k + 1]) {
                second = Math.max(second, v[k]);
            }
        }
        return second;
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
