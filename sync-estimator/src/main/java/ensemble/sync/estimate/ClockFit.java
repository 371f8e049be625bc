package ensemble.sync.estimate;

import java.util.Arrays;

/**
 * Every speaker's delay and the microphone's clock, from all visits together: arrival = (start + delay) (1 + clock),
 * by least squares over the visits that agree.
 *
 * @param delays seconds for each speaker, to a common origin
 * @param clock how fast the microphone's clock runs, as a fraction; positive = fast
 * @param residuals seconds for each visit
 * @param kept which visits agree
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ClockFit(double[] delays, double clock, double[] residuals, boolean[] kept) {
    private static final double WIDEST = 400e-6;
    private static final double STEP = 5e-6;
    private static final double AGREE = 2.5e-4;
    private static final double OUTLIER = 3e-4;

    /**
     * Fits.
     *
     * @param starts seconds at which each visit was sent
     * @param arrivals seconds of the recording at which it was heard
     */
    static ClockFit of(int speakers, int[] speaker, double[] starts, double[] arrivals) {
        double[] lateness = new double[starts.length];
        Arrays.setAll(lateness, k -> arrivals[k] - starts[k]);
        double[] residuals = robust(speakers, speaker, starts, lateness);
        ClockFit fit = null;
        for (int round = 0; round < 3; round++) {
            boolean[] kept = new boolean[starts.length];
            for (int k = 0; k < kept.length; k++) {
                kept[k] = Math.abs(residuals[k]) < AGREE;
            }
            fit = leastSquares(speakers, speaker, starts, lateness, kept);
            residuals = fit.residuals();
        }
        return fit == null ? new ClockFit(new double[speakers], 0, residuals, new boolean[0]) : fit;
    }

    /** What is left after the clock at which most visits agree with their speaker's middle one. */
    private static double[] robust(int speakers, int[] speaker, double[] starts, double[] lateness) {
        double[] best = new double[starts.length];
        double least = Double.POSITIVE_INFINITY;
        for (double clock = -WIDEST; clock <= WIDEST; clock += STEP) {
            double[] rest = new double[starts.length];
            double cost = 0;
            for (int i = 0; i < speakers; i++) {
                double middle = median(values(i, speaker, starts, lateness, clock));
                for (int k = 0; k < rest.length; k++) {
                    if (speaker[k] == i) {
                        rest[k] = lateness[k] - clock * starts[k] - middle;
                        cost += Math.min(Math.abs(rest[k]), OUTLIER);
                    }
                }
            }
            if (cost < least) {
                least = cost;
                best = rest;
            }
        }
        return best;
    }

    private static double[] values(int i, int[] speaker, double[] starts, double[] lateness, double clock) {
        double[] out = new double[starts.length];
        int count = 0;
        for (int k = 0; k < starts.length; k++) {
            if (speaker[k] == i) {
                out[count++] = lateness[k] - clock * starts[k];
            }
        }
        return Arrays.copyOf(out, count);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static ClockFit leastSquares(
            int speakers, int[] speaker, double[] starts, double[] lateness, boolean[] kept) {
        double[] count = new double[speakers];
        double[] start = new double[speakers];
        double[] late = new double[speakers];
        for (int k = 0; k < starts.length; k++) {
            if (kept[k]) {
                count[speaker[k]]++;
                start[speaker[k]] += starts[k];
                late[speaker[k]] += lateness[k];
            }
        }
        double cross = 0;
        double square = 0;
        for (int k = 0; k < starts.length; k++) {
            int i = speaker[k];
            if (kept[k]) {
                double t = starts[k] - start[i] / count[i];
                cross += t * (lateness[k] - late[i] / count[i]);
                square += t * t;
            }
        }
        double clock = square > 0 ? cross / square : 0;
        double[] delays = new double[speakers];
        Arrays.setAll(delays, i -> (late[i] - clock * start[i]) / Math.max(count[i], 1));
        double[] residuals = new double[starts.length];
        Arrays.setAll(residuals, k -> lateness[k] - clock * starts[k] - delays[speaker[k]]);
        Arrays.setAll(delays, i -> delays[i] / (1 + clock));
        return new ClockFit(delays, clock, residuals, kept);
    }
}
