package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;

/**
 * Where in a correlation a fingerprint lies best.
 *
 * @param lag frames, to fractions, from the middle
 * @param clarity the match over the usual one where nothing can have arrived yet
 */
record Match(double lag, double clarity) {
    private static final int FINER = 4;
    private static final int LAGS = Correlation.LAGS;
    private static final Fft PLAIN = new Fft(LAGS);
    private static final Fft FINE = new Fft(LAGS * FINER);

    /** Nothing arrives so early, nor does a fingerprint reach that far: from 124 to 55 ms before it is awaited. */
    private static final int QUIET_FROM = 48;

    private static final int QUIET_TO = Correlation.MIDDLE - 2640;

    /** The packed spectrum to match by, its arrival at lag 0. */
    static double[] spectrum(Fingerprint of) {
        double[] x = new double[LAGS];
        double energy = 0;
        for (int k = 0; k < Fingerprint.LENGTH; k++) {
            double v = of.response()[k];
            x[Math.floorMod(k - Fingerprint.LEAD, LAGS)] = v;
            energy += v * v;
        }
        double scale = 1 / Math.sqrt(energy + 1e-60);
        for (int k = 0; k < LAGS; k++) {
            x[k] *= scale;
        }
        return PLAIN.spectrum(x);
    }

    /** The best match within {@code reach} frames of the middle. */
    static Match best(double[] correlation, double[] fingerprint, int reach) {
        double[] packed = new double[LAGS * FINER];
        for (int k = 2; k < LAGS; k += 2) {
            packed[k] = correlation[k] * fingerprint[k] + correlation[k + 1] * fingerprint[k + 1];
            packed[k + 1] = correlation[k + 1] * fingerprint[k] - correlation[k] * fingerprint[k + 1];
        }
        double[] x = FINE.samples(packed);
        int best = (Correlation.MIDDLE - reach) * FINER;
        for (int k = best; k <= (Correlation.MIDDLE + reach) * FINER; k++) {
            best = x[k] > x[best] ? k : best;
        }
        double curve = x[best - 1] - 2 * x[best] + x[best + 1];
        double part = curve < 0 ? Math.clamp(0.5 * (x[best - 1] - x[best + 1]) / curve, -0.5, 0.5) : 0;
        double noise = 0;
        for (int k = QUIET_FROM * FINER; k < QUIET_TO * FINER; k++) {
            noise += x[k] * x[k];
        }
        noise = Math.sqrt(noise / ((QUIET_TO - QUIET_FROM) * FINER)) + 1e-60;
        double lag = (best + part) / FINER - Correlation.MIDDLE;
        return new Match(lag, x[best] / noise);
    }
}
