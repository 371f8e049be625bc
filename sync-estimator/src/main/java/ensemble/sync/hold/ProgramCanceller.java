package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import java.util.Arrays;

/**
 * Takes out of a recording what a fixed filter of the program explains of it: the filter is the one that leaves the
 * least, found by conjugate gradients with Fourier transforms.
 */
final class ProgramCanceller {
    private static final int TAPS = 8192;
    private static final int ROUNDS = 40;
    private static final double REGULAR = 1e-4;

    private final Fft small = new Fft(2 * TAPS);
    private final int channels;
    private final double[][][] auto;

    /** Whitened spectra of the program's channels, padded by more than {@link #TAPS} zeros. */
    private final double[][] program;

    private final Fft fft;

    ProgramCanceller(Fft fft, double[][] program) {
        this.fft = fft;
        this.program = program;
        this.channels = program.length;
        this.auto = new double[channels][channels][];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b < channels; b++) {
                auto[a][b] = circulant(correlation(program[a], program[b]), a == b);
            }
        }
    }

    /** Correlation at every lag: how much of {@code of} lies so much later in {@code in}. */
    private double[] correlation(double[] in, double[] of) {
        return fft.samples(times(in, of, true));
    }

    /** The product of one packed spectrum and another, or its conjugate. */
    private static double[] times(double[] a, double[] b, boolean conjugate) {
        double[] out = new double[a.length];
        double sign = conjugate ? 1 : -1;
        for (int k = 2; k < a.length; k += 2) {
            out[k] = a[k] * b[k] + sign * a[k + 1] * b[k + 1];
            out[k + 1] = a[k + 1] * b[k] - sign * a[k] * b[k + 1];
        }
        return out;
    }

    /** The spectrum by which a filter's taps are correlated with themselves. */
    private double[] circulant(double[] lags, boolean regular) {
        double[] column = new double[2 * TAPS];
        for (int k = 0; k < TAPS; k++) {
            column[k] = lags[k];
            column[(2 * TAPS - k) % (2 * TAPS)] = lags[(lags.length - k) % lags.length];
        }
        column[0] *= regular ? 1 + REGULAR : 1;
        return small.spectrum(column);
    }

    /**
     * After how many frames most of the program is heard.
     *
     * @param heard whitened spectrum
     * @param most frames that are looked through
     */
    int delay(double[] heard, int most) {
        double[] strength = new double[most];
        for (double[] channel : program) {
            double[] lags = correlation(heard, channel);
            for (int k = 0; k < most; k++) {
                strength[k] += lags[k] * lags[k];
            }
        }
        int best = 0;
        for (int k = 0; k < most; k++) {
            best = strength[k] > strength[best] ? k : best;
        }
        return best;
    }

    /**
     * Leaves what the program does not explain.
     *
     * @param heard whitened spectrum
     * @param first the earliest delay in frames at which the program may be heard
     * @return whitened spectrum of the rest
     */
    double[] rest(double[] heard, int first) {
        double[][] target = new double[channels][TAPS];
        for (int c = 0; c < channels; c++) {
            double[] lags = correlation(heard, program[c]);
            for (int k = 0; k < TAPS; k++) {
                target[c][k] = lags[Math.floorMod(first + k, lags.length)];
            }
        }
        double[][] taps = solve(target);
        double[] rest = heard.clone();
        for (int c = 0; c < channels; c++) {
            double[] filter = new double[fft.length()];
            for (int k = 0; k < TAPS; k++) {
                filter[Math.floorMod(first + k, filter.length)] = taps[c][k];
            }
            fft.transform(filter);
            double[] explained = times(program[c], filter, false);
            for (int k = 0; k < rest.length; k++) {
                rest[k] -= explained[k];
            }
        }
        return rest;
    }

    private double[][] solve(double[][] target) {
        double[][] x = new double[channels][TAPS];
        double[][] left = copy(target);
        double[][] direction = copy(target);
        double size = dot(left, left);
        double enough = size * 1e-8;
        for (int round = 0; round < ROUNDS && size > enough; round++) {
            double[][] image = apply(direction);
            double step = size / dot(direction, image);
            add(x, direction, step);
            add(left, image, -step);
            double now = dot(left, left);
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < TAPS; k++) {
                    direction[c][k] = left[c][k] + now / size * direction[c][k];
                }
            }
            size = now;
        }
        return x;
    }

    private double[][] apply(double[][] taps) {
        double[][] spectra = new double[channels][];
        for (int c = 0; c < channels; c++) {
            spectra[c] = small.spectrum(taps[c]);
        }
        double[][] out = new double[channels][];
        for (int a = 0; a < channels; a++) {
            double[] sum = new double[2 * TAPS];
            for (int b = 0; b < channels; b++) {
                double[] one = Fft.multiply(spectra[b].clone(), auto[b][a]);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += one[k];
                }
            }
            out[a] = Arrays.copyOf(small.samples(sum), TAPS);
        }
        return out;
    }

    private static double[][] copy(double[][] of) {
        double[][] out = new double[of.length][];
        Arrays.setAll(out, c -> of[c].clone());
        return out;
    }

    private static void add(double[][] to, double[][] from, double times) {
        for (int c = 0; c < to.length; c++) {
            for (int k = 0; k < to[c].length; k++) {
                to[c][k] += times * from[c][k];
            }
        }
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            for (int k = 0; k < a[c].length; k++) {
                sum += a[c][k] * b[c][k];
            }
        }
        return sum;
    }
}
