package ensemble.sync.hold;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Sweep;

/** A filter without delay that makes a program's spectrum flat from 400 Hz to 9 kHz and takes out the rest. */
final class Whitening {
    private static final Band BAND = new Band(MarkGenerator.LOW, MarkGenerator.HIGH);
    private static final double SMOOTH_HERTZ = 50;
    private static final double FLOOR = 1e-4;

    private final double[] gain;

    Whitening(double[] packed) {
        int lines = packed.length / 2;
        double spacing = Sweep.RATE / (double) packed.length;
        int reach = Math.max(1, (int) (SMOOTH_HERTZ / spacing / 2));
        double[] sums = new double[lines + 1];
        for (int k = 1; k < lines; k++) {
            sums[k + 1] = sums[k] + packed[2 * k] * packed[2 * k] + packed[2 * k + 1] * packed[2 * k + 1];
        }
        double least = FLOOR * sums[lines] / lines + 1e-30;
        this.gain = new double[lines];
        for (int k = 1; k < lines; k++) {
            double in = BAND.gain(k * spacing);
            if (in > 0) {
                int from = Math.max(1, k - reach);
                int to = Math.min(lines - 1, k + reach);
                gain[k] = in / Math.sqrt((sums[to + 1] - sums[from]) / (to + 1 - from) + least);
            }
        }
    }

    /** Filters a packed spectrum in place. */
    double[] apply(double[] packed) {
        packed[0] = 0;
        packed[1] = 0;
        for (int k = 1; k < gain.length; k++) {
            packed[2 * k] *= gain[k];
            packed[2 * k + 1] *= gain[k];
        }
        return packed;
    }

    /** The filtered spectrum of samples. */
    double[] spectrum(Fft fft, float[] samples) {
        double[] x = new double[fft.length()];
        for (int i = 0; i < samples.length; i++) {
            x[i] = samples[i];
        }
        fft.transform(x);
        return apply(x);
    }
}
