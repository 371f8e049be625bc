package ensemble.sync.simulation;

import java.util.Arrays;

/**
 * What a Bluetooth subband codec does to sound: eight cosine-modulated bands, sixteen samples a block, scale factors,
 * and bits shared out by level. Its own delay is taken away. Not a codec that could be decoded elsewhere.
 */
final class SbcLikeCodec {
    private static final int BANDS = 8;
    private static final int TAPS = 80;
    private static final int BLOCK = 16;
    private static final double SMALLEST = Math.pow(2, -15);
    private static final double[] PROTOTYPE = prototype();
    private static final double[][] ANALYSIS = filters(1);
    private static final double[][] SYNTHESIS = filters(-1);
    private static final double GAIN = gain();

    private SbcLikeCodec() {}

    /** Codes and decodes; {@code bitpool} 53 is the usual best, 35 the usual middle. */
    static double[] pass(double[] in, int bitpool) {
        double[] out = run(in, 0.6 * bitpool, true);
        for (int i = 0; i < out.length; i++) {
            out[i] /= GAIN;
        }
        return out;
    }

    private static double[] run(double[] in, double bits, boolean quantise) {
        int blocks = (in.length + 2 * TAPS) / (BANDS * BLOCK) + 1;
        int slots = blocks * BLOCK;
        double[][] bands = new double[BANDS][slots];
        for (int b = 0; b < BANDS; b++) {
            for (int s = 0; s < slots; s++) {
                double sum = 0;
                for (int n = 0; n < TAPS; n++) {
                    int i = s * BANDS - n;
                    if (i >= 0 && i < in.length) {
                        sum += ANALYSIS[b][n] * in[i];
                    }
                }
                bands[b][s] = sum;
            }
        }
        if (quantise) {
            for (int block = 0; block < blocks; block++) {
                quantise(bands, block * BLOCK, bits);
            }
        }
        return synthesise(bands, in.length);
    }

    private static double[] synthesise(double[][] bands, int length) {
        double[] out = new double[length + TAPS];
        for (int s = 0; s * BANDS < out.length && s < bands[0].length; s++) {
            for (int b = 0; b < BANDS; b++) {
                double v = bands[b][s] * BANDS / 2;
                if (v != 0) {
                    for (int n = 0; n < TAPS && s * BANDS + n < out.length; n++) {
                        out[s * BANDS + n] += v * SYNTHESIS[b][n];
                    }
                }
            }
        }
        return Arrays.copyOfRange(out, TAPS - 1, TAPS - 1 + length);
    }

    private static void quantise(double[][] bands, int from, double pool) {
        double[] scale = new double[BANDS];
        double[] need = new double[BANDS];
        for (int b = 0; b < BANDS; b++) {
            double top = SMALLEST;
            for (int i = 0; i < BLOCK; i++) {
                top = Math.max(top, Math.abs(bands[b][from + i]));
            }
            double exponent = Math.ceil(Math.log(top) / Math.log(2));
            scale[b] = Math.pow(2, exponent);
            need[b] = exponent + 15;
        }
        double level = waterLevel(need, pool);
        for (int b = 0; b < BANDS; b++) {
            int bits = bits(need[b], level);
            double steps = Math.pow(2, bits) - 1;
            for (int i = 0; i < BLOCK; i++) {
                double u = bands[b][from + i] / scale[b];
                double q = Math.min(Math.floor((u + 1) / 2 * steps), Math.max(steps - 1, 0));
                bands[b][from + i] = bits == 0 ? 0 : ((2 * q + 1) / steps - 1) * scale[b];
            }
        }
    }

    /** The level below which nothing is coded, so that all bits together fit the pool. */
    private static double waterLevel(double[] need, double pool) {
        double low = -4;
        double high = 16;
        for (int k = 0; k < 14; k++) {
            double middle = (low + high) / 2;
            int sum = 0;
            for (double n : need) {
                sum += bits(n, middle);
            }
            if (sum > pool) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static int bits(double need, double level) {
        int bits = (int) Math.clamp(Math.floor(need - level), 0.0, 16.0);
        return bits == 1 ? 0 : bits;
    }

    private static double[][] filters(int sign) {
        double[][] filters = new double[BANDS][TAPS];
        for (int b = 0; b < BANDS; b++) {
            double phase = sign * (b % 2 == 0 ? 1 : -1) * Math.PI / 4;
            for (int n = 0; n < TAPS; n++) {
                filters[b][n] = 2 * PROTOTYPE[n] * Math.cos((b + 0.5) * (n - 39.5) * Math.PI / BANDS + phase);
            }
        }
        return filters;
    }

    /** The windowed low pass whose bands add up most evenly. */
    private static double[] prototype() {
        double[] best = new double[TAPS];
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= 50; step++) {
            double[] h = lowPass((0.9 + 0.01 * step) / (2 * BANDS));
            double worst = 0;
            for (int k = 0; k <= 32; k++) {
                double sum = power(h, k / 1024.0) + power(h, (64 - k) / 1024.0);
                worst = Math.max(worst, Math.abs(sum / power(h, 0) - 1));
            }
            if (worst < least) {
                least = worst;
                best = h;
            }
        }
        return best;
    }

    /** @param cutoff share of the half rate */
    private static double[] lowPass(double cutoff) {
        double[] h = new double[TAPS];
        double sum = 0;
        for (int n = 0; n < TAPS; n++) {
            double x = n - (TAPS - 1) / 2.0;
            double edge = 2.0 * n / (TAPS - 1) - 1;
            h[n] = Math.sin(Math.PI * cutoff * x) / (Math.PI * x) * bessel(8 * Math.sqrt(1 - edge * edge));
            sum += h[n];
        }
        for (int n = 0; n < TAPS; n++) {
            h[n] /= sum;
        }
        return h;
    }

    /** @param f cycles per sample */
    private static double power(double[] h, double f) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < h.length; n++) {
            re += h[n] * Math.cos(2 * Math.PI * f * n);
            im += h[n] * Math.sin(2 * Math.PI * f * n);
        }
        return re * re + im * im;
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 60; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    private static double gain() {
        double[] x = Noise.white(new java.util.SplittableRandom(0), 4096);
        double[] y = run(x, 0, false);
        double xy = 0;
        double xx = 0;
        for (int i = 500; i < 3500; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
        }
        return xy / xx;
    }
}
