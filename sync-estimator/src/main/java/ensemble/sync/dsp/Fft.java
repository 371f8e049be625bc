package ensemble.sync.dsp;

import org.jtransforms.fft.DoubleFFT_1D;
import pl.edu.icm.jlargearrays.ConcurrencyUtils;

/**
 * Fourier transforms of one length, in the packed layout: {@code [Re 0, Re n/2, Re 1, Im 1, Re 2, Im 2, ...]}.
 * Runs on the caller's thread; safe to share.
 */
public final class Fft {
    static {
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    private final int length;
    private final DoubleFFT_1D transform;

    /** @param length a power of two */
    public Fft(int length) {
        if (Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("a length is a power of two, not " + length);
        }
        this.length = length;
        this.transform = new DoubleFFT_1D(length);
    }

    /** The smallest power of two that is at least {@code n}. */
    public static int lengthFor(int n) {
        return n <= 2 ? 2 : Integer.highestOneBit(n - 1) << 1;
    }

    public int length() {
        return length;
    }

    /** The packed spectrum of real samples, padded with zeros. */
    public double[] spectrum(double[] samples) {
        double[] packed = new double[length];
        System.arraycopy(samples, 0, packed, 0, Math.min(samples.length, length));
        transform.realForward(packed);
        return packed;
    }

    /** Turns {@code length} real samples into their packed spectrum, in place. */
    public void transform(double[] samples) {
        transform.realForward(samples);
    }

    /** Turns a packed spectrum into its real samples, in place. */
    public double[] samples(double[] packed) {
        transform.realInverse(packed, true);
        return packed;
    }

    /** The analytic signal of a packed spectrum, as {@code [re, im, re, im, ...]} of {@code length} pairs. */
    public double[] analytic(double[] packed) {
        double[] pairs = new double[2 * length];
        for (int i = 2; i < length; i++) {
            pairs[i] = 2 * packed[i];
        }
        transform.complexInverse(pairs, true);
        return pairs;
    }

    /** Multiplies one packed spectrum by another, in place of the first. */
    public static double[] multiply(double[] packed, double[] by) {
        packed[0] *= by[0];
        packed[1] *= by[1];
        for (int i = 2; i < packed.length; i += 2) {
            double re = packed[i] * by[i] - packed[i + 1] * by[i + 1];
            packed[i + 1] = packed[i] * by[i + 1] + packed[i + 1] * by[i];
            packed[i] = re;
        }
        return packed;
    }

    /** The linear convolution of two signals. */
    public static double[] convolve(double[] a, double[] b) {
        int full = a.length + b.length - 1;
        Fft fft = new Fft(lengthFor(full));
        double[] product = fft.samples(multiply(fft.spectrum(a), fft.spectrum(b)));
        return java.util.Arrays.copyOf(product, full);
    }
}
