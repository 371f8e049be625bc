package ensemble.house.room;

import java.util.SplittableRandom;

/** Measures by how much one signal lags another: correlation for the whole samples, phase for the rest. */
public final class Delays {
    private Delays() {}

    /** White noise, uniform in -0.5 to 0.5. */
    public static float[] noise(int frames, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] noise = new float[frames];
        for (int i = 0; i < frames; i++) {
            noise[i] = (float) (random.nextDouble() - 0.5);
        }
        return noise;
    }

    /**
     * The lag in samples of {@code heard} behind {@code reference} around a place.
     *
     * @param center frame of {@code heard} in the middle of the stretch that is judged
     * @param length frames judged, a power of two
     * @param maxLag the longest lag looked for
     */
    public static double lag(float[] reference, float[] heard, int center, int length, int maxLag) {
        int from = center - length / 2;
        int whole = coarse(reference, heard, from, length, maxLag);
        double[] a = spectrum(reference, from - whole, length);
        double[] b = spectrum(heard, from, length);
        double above = 0;
        double below = 0;
        for (int bin = (int) (length * 300.0 / 48_000); bin < length * 12_000.0 / 48_000; bin++) {
            double re = a[2 * bin] * b[2 * bin] + a[2 * bin + 1] * b[2 * bin + 1];
            double im = a[2 * bin + 1] * b[2 * bin] - a[2 * bin] * b[2 * bin + 1];
            double weight = Math.hypot(re, im);
            double step = 2 * Math.PI * bin / length;
            above += weight * step * Math.atan2(im, re);
            below += weight * step * step;
        }
        return whole + above / below;
    }

    private static int coarse(float[] reference, float[] heard, int from, int length, int maxLag) {
        int size = Integer.highestOneBit(length + maxLag - 1) << 1;
        double[] a = new double[2 * size];
        double[] b = new double[2 * size];
        for (int i = 0; i < length + maxLag; i++) {
            int at = from - maxLag + i;
            a[2 * i] = at >= 0 && at < reference.length ? reference[at] : 0;
        }
        for (int i = 0; i < length; i++) {
            b[2 * i] = heard[from + i];
        }
        fft(a, false);
        fft(b, false);
        for (int i = 0; i < size; i++) {
            double re = a[2 * i] * b[2 * i] + a[2 * i + 1] * b[2 * i + 1];
            double im = a[2 * i + 1] * b[2 * i] - a[2 * i] * b[2 * i + 1];
            a[2 * i] = re;
            a[2 * i + 1] = im;
        }
        fft(a, true);
        int best = 0;
        for (int i = 1; i <= maxLag; i++) {
            best = a[2 * i] > a[2 * best] ? i : best;
        }
        return maxLag - best;
    }

    /** Hann-windowed. */
    private static double[] spectrum(float[] signal, int from, int length) {
        double[] x = new double[2 * length];
        for (int i = 0; i < length; i++) {
            int at = from + i;
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
            x[2 * i] = at >= 0 && at < signal.length ? window * signal[at] : 0;
        }
        fft(x, false);
        return x;
    }

    /** In place, complex numbers side by side, a power of two of them. */
    static void fft(double[] x, boolean inverse) {
        int n = x.length / 2;
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(x, 2 * i, 2 * j);
                swap(x, 2 * i + 1, 2 * j + 1);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            double angle = (inverse ? 2 : -2) * Math.PI / length;
            for (int k = 0; k < length / 2; k++) {
                butterflies(x, n, length, k, Math.cos(angle * k), Math.sin(angle * k));
            }
        }
    }

    private static void butterflies(double[] x, int n, int length, int k, double cos, double sin) {
        for (int start = 0; start < n; start += length) {
            int a = 2 * (start + k);
            int b = a + length;
            double re = x[b] * cos - x[b + 1] * sin;
            double im = x[b] * sin + x[b + 1] * cos;
            x[b] = x[a] - re;
            x[b + 1] = x[a + 1] - im;
            x[a] += re;
            x[a + 1] += im;
        }
    }

    private static void swap(double[] x, int a, int b) {
        double kept = x[a];
        x[a] = x[b];
        x[b] = kept;
    }
}
