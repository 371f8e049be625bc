package ensemble.sync.dsp;

import java.util.Arrays;

/**
 * Undoes a known excitation: from what was recorded of it to the band-limited impulse response of the way between.
 * Regularised where the excitation has little energy. Immutable, safe to share.
 */
public final class Deconvolver {
    private final Fft fft;
    private final double[] inverse;

    /**
     * @param excitation what was played
     * @param length transform length, a power of two; longer than a recording and the excitation together
     * @param regularisation share of the excitation's typical power that is taken as nothing
     */
    public Deconvolver(double[] excitation, int length, double rate, Band band, double regularisation) {
        this.fft = new Fft(length);
        this.inverse = inverse(fft.spectrum(excitation), rate, band, regularisation);
    }

    private static double[] inverse(double[] x, double rate, Band band, double regularisation) {
        int half = x.length / 2;
        double[] gain = new double[half];
        double[] power = new double[half];
        double[] inside = new double[half];
        int count = 0;
        for (int k = 1; k < half; k++) {
            gain[k] = band.gain(k * rate / x.length);
            power[k] = x[2 * k] * x[2 * k] + x[2 * k + 1] * x[2 * k + 1];
            if (gain[k] > 0.5) {
                inside[count++] = power[k];
            }
        }
        Arrays.sort(inside, 0, count);
        double floor = regularisation * inside[count / 2];
        double[] packed = new double[x.length];
        for (int k = 1; k < half; k++) {
            double g = gain[k] / (power[k] + floor);
            packed[2 * k] = x[2 * k] * g;
            packed[2 * k + 1] = -x[2 * k + 1] * g;
        }
        return packed;
    }

    /** The analytic response to a recording: pairs, index = delay in samples, negative delays from the end. */
    public double[] analytic(double[] recording) {
        return fft.analytic(Fft.multiply(fft.spectrum(recording), inverse));
    }

    /** The real response to a recording: index = delay in samples, negative delays from the end. */
    public double[] real(double[] recording) {
        return fft.samples(Fft.multiply(fft.spectrum(recording), inverse));
    }

    public int length() {
        return fft.length();
    }
}
