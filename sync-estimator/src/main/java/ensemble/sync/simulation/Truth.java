package ensemble.sync.simulation;

import ensemble.sync.dsp.Fft;

/**
 * What a measurement is judged by, from noise-free responses: the delay at which the pink-weighted (500 Hz to 8 kHz)
 * cross-correlation of two direct sounds is greatest, and the pink-weighted (200 Hz to 9 kHz) energy of the whole.
 */
final class Truth {
    private static final double RATE = 48_000;
    private static final int FINER = 16;

    private Truth() {}

    /** How much later {@code a} is than {@code b}: seconds. */
    static double delay(double[] a, double[] b) {
        int n = Fft.lengthFor(2 * Math.max(a.length, b.length));
        Fft fft = new Fft(n);
        double[] x = fft.spectrum(a);
        double[] y = fft.spectrum(b);
        double[] cross = new double[n * FINER];
        for (int k = 1; k < n / 2; k++) {
            double f = k * RATE / n;
            if (f > 500 && f < 8000) {
                cross[2 * k] = (x[2 * k] * y[2 * k] + x[2 * k + 1] * y[2 * k + 1]) / f;
                cross[2 * k + 1] = (x[2 * k + 1] * y[2 * k] - x[2 * k] * y[2 * k + 1]) / f;
            }
        }
        double[] c = new Fft(n * FINER).samples(cross);
        int best = 0;
        for (int i = 1; i < c.length; i++) {
            if (c[i] > c[best]) {
                best = i;
            }
        }
        return (best > c.length / 2 ? best - c.length : best) / (RATE * FINER);
    }

    /** dB, for comparison only. */
    static double level(double[] response) {
        int n = Fft.lengthFor(response.length);
        double[] x = new Fft(n).spectrum(response);
        double sum = 0;
        for (int k = 1; k < n / 2; k++) {
            double f = k * RATE / n;
            if (f > 200 && f < 9000) {
                sum += (x[2 * k] * x[2 * k] + x[2 * k + 1] * x[2 * k + 1]) / f * (1.0 / n);
            }
        }
        return 10 * Math.log10(sum);
    }
}
