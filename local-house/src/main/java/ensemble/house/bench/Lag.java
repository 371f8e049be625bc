package ensemble.house.bench;

import ensemble.sync.dsp.Fft;

/** By how much one of two equal sounds is later: correlation for the whole samples, the slope of the phase for the rest. */
final class Lag {
    private static final int LENGTH = 1 << 16;
    private static final int MOST = 24_000;
    private static final double LOWEST_HERTZ = 300;
    private static final double HIGHEST_HERTZ = 12_000;
    private static final double RATE = 48_000;

    private Lag() {}

    /**
     * Milliseconds by which {@code heard} is later than {@code reference} around the middle, up to half a second either way.
     * Both are at least two seconds long, at 48 kHz.
     */
    static double millis(float[] reference, float[] heard) {
        int from = (Math.min(reference.length, heard.length) - LENGTH) / 2;
        int whole = coarse(reference, heard, from);
        double[] cross = cross(windowed(reference, from - whole), windowed(heard, from), new Fft(LENGTH));
        double above = 0;
        double below = 0;
        for (int bin = bin(LOWEST_HERTZ); bin < bin(HIGHEST_HERTZ); bin++) {
            double weight = Math.hypot(cross[2 * bin], cross[2 * bin + 1]);
            double step = 2 * Math.PI * bin / LENGTH;
            above -= weight * step * Math.atan2(cross[2 * bin + 1], cross[2 * bin]);
            below += weight * step * step;
        }
        return (whole + above / below) * 1000 / RATE;
    }

    private static int bin(double hertz) {
        return (int) (LENGTH * hertz / RATE);
    }

    private static int coarse(float[] reference, float[] heard, int from) {
        Fft fft = new Fft(2 * LENGTH);
        double[] a = new double[2 * LENGTH];
        double[] b = new double[2 * LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            a[i] = reference[from + i];
            b[i] = heard[from + i];
        }
        double[] correlation = fft.samples(cross(a, b, fft));
        int best = 0;
        for (int lag = -MOST; lag <= MOST; lag++) {
            best = correlation[Math.floorMod(lag, correlation.length)]
                            > correlation[Math.floorMod(best, correlation.length)]
                    ? lag
                    : best;
        }
        return best;
    }

    /** The spectrum of {@code heard} times the conjugate of {@code reference}'s. */
    private static double[] cross(double[] reference, double[] heard, Fft fft) {
        double[] conjugate = fft.spectrum(reference).clone();
        for (int i = 3; i < conjugate.length; i += 2) {
            conjugate[i] = -conjugate[i];
        }
        return Fft.multiply(fft.spectrum(heard), conjugate);
    }

    private static double[] windowed(float[] signal, int from) {
        double[] out = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            int at = from + i;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / LENGTH);
            out[i] = at >= 0 && at < signal.length ? window * signal[at] : 0;
        }
        return out;
    }
}
