package ensemble.sync.dsp;

import java.util.function.IntToDoubleFunction;

/** Band-limited interpolation by a Kaiser-windowed sinc; at other rates than its own nothing folds back. */
public final class Resampler {
    private static final int ZERO_CROSSINGS = 24;
    private static final int STEPS = 512;
    private static final double KAISER = 9.0;

    private final double step;
    private final double cutoff;
    private final double reach;
    private final double[] kernel;

    /** @param step input samples per output sample, more than 0 */
    public Resampler(double step) {
        this.step = step;
        this.cutoff = Math.min(1, 1 / step) * (step == 1 ? 1 : 0.97);
        this.reach = ZERO_CROSSINGS / cutoff;
        this.kernel = kernel();
    }

    /** All of a signal, at its new rate. */
    public float[] resample(float[] in) {
        int count = (int) ((in.length - 1) / step) + 1;
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = (float) at(in, i * step);
        }
        return out;
    }

    /** The signal at any positions, in samples of it; silence beyond its ends. */
    public float[] along(float[] in, int count, IntToDoubleFunction positions) {
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = (float) at(in, positions.applyAsDouble(i));
        }
        return out;
    }

    /** The signal between its samples; silence beyond its ends. */
    private double at(float[] in, double position) {
        int from = Math.max(0, (int) Math.ceil(position - reach));
        int to = Math.min(in.length - 1, (int) Math.floor(position + reach));
        double sum = 0;
        for (int i = from; i <= to; i++) {
            double x = Math.abs(position - i) * cutoff * STEPS;
            int k = (int) x;
            sum += in[i] * (kernel[k] + (x - k) * (kernel[k + 1] - kernel[k]));
        }
        return sum * cutoff;
    }

    private static double[] kernel() {
        double[] table = new double[ZERO_CROSSINGS * STEPS + 2];
        for (int k = 0; k < table.length; k++) {
            double x = k / (double) STEPS;
            double edge = Math.min(1, x / ZERO_CROSSINGS);
            double sinc = k == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            table[k] = sinc * bessel(KAISER * Math.sqrt(1 - edge * edge)) / bessel(KAISER);
        }
        return table;
    }

    /** The modified Bessel function of order 0. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 60; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
