package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.List;

/**
 * How one speaker's mark lies in what was heard, half a second at a time, near one delay; and put together along a
 * line of delay over time.
 */
final class Correlation {
    /** Lags kept. */
    static final int LAGS = 8192;

    /** The lag that stands for the expected delay: 125 ms after the first. */
    static final int MIDDLE = 6000;

    private static final double RATE = Sweep.RATE;
    private static final int SEGMENT = 24_000;
    private static final Fft LONG = new Fft(1 << 15);
    private static final Fft SHORT = new Fft(LAGS);
    private static final int SMOOTH = 16;
    private static final int FROM = (int) (MarkGenerator.LOW * LAGS / RATE);
    private static final int TO = (int) (MarkGenerator.HIGH * 1.2 * LAGS / RATE);

    private final List<double[]> segments = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    /** @param delay frames, to look around */
    Correlation(double[] heard, float[] mark, int delay) {
        double middle = heard.length / 2.0;
        for (int from = 0; from + SEGMENT <= mark.length && from + SEGMENT + delay <= heard.length; from += SEGMENT) {
            double[] m = new double[LONG.length()];
            double[] y = new double[LONG.length()];
            for (int k = 0; k < SEGMENT; k++) {
                m[k] = mark[from + k];
            }
            for (int k = 0; k < SEGMENT + LAGS; k++) {
                int at = from + delay - MIDDLE + k;
                y[k] = at >= 0 && at < heard.length ? heard[at] : 0;
            }
            LONG.transform(m);
            LONG.transform(y);
            double[] cut = new double[LAGS];
            double[] power = new double[LAGS / 2];
            System.arraycopy(LONG.samples(cross(y, m, power)), 0, cut, 0, LAGS);
            SHORT.transform(cut);
            weigh(cut, power);
            segments.add(cut);
            times.add((from + SEGMENT / 2.0 - middle) / RATE);
        }
    }

    private static double[] cross(double[] y, double[] m, double[] power) {
        int each = y.length / LAGS;
        double[] out = new double[y.length];
        for (int k = 1; k < y.length / 2; k++) {
            out[2 * k] = y[2 * k] * m[2 * k] + y[2 * k + 1] * m[2 * k + 1];
            out[2 * k + 1] = y[2 * k + 1] * m[2 * k] - y[2 * k] * m[2 * k + 1];
            power[k / each] += y[2 * k] * y[2 * k] + y[2 * k + 1] * y[2 * k + 1];
        }
        return out;
    }

    /** By what else is heard at that frequency then, over a few lines together. */
    private static void weigh(double[] packed, double[] power) {
        double[] sums = new double[power.length + 1];
        for (int k = FROM; k < power.length; k++) {
            sums[k + 1] = sums[k] + power[k];
        }
        double least = 1e-3 * sums[TO + 1] / (TO + 1 - FROM) + 1e-60;
        for (int k = FROM; k <= TO; k++) {
            int from = Math.max(FROM, k - SMOOTH);
            int to = Math.min(TO, k + SMOOTH);
            double weight = 1 / ((sums[to + 1] - sums[from]) / (to + 1 - from) + least);
            packed[2 * k] *= weight;
            packed[2 * k + 1] *= weight;
        }
    }

    /** Leaves of every segment only the phases: then no tone outweighs the rest. */
    void flatten() {
        for (double[] one : segments) {
            for (int k = FROM; k <= TO; k++) {
                double size = Math.hypot(one[2 * k], one[2 * k + 1]) + 1e-60;
                one[2 * k] /= size;
                one[2 * k + 1] /= size;
            }
        }
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /**
     * All segments together, along a delay that changes at a rate.
     *
     * @return packed spectrum of the correlation, at the delay in the window's middle
     */
    double[] along(double ratePpm) {
        double[] sum = new double[LAGS];
        for (int s = 0; s < segments.size(); s++) {
            double[] one = segments.get(s);
            double turn = 2 * Math.PI * RATE / LAGS * ratePpm * 1e-6 * times.get(s);
            double stepRe = Math.cos(turn);
            double stepIm = Math.sin(turn);
            double re = Math.cos(turn * FROM);
            double im = Math.sin(turn * FROM);
            for (int k = FROM; k <= TO; k++) {
                sum[2 * k] += one[2 * k] * re - one[2 * k + 1] * im;
                sum[2 * k + 1] += one[2 * k + 1] * re + one[2 * k] * im;
                double next = re * stepRe - im * stepIm;
                im = im * stepRe + re * stepIm;
                re = next;
            }
        }
        return sum;
    }
}
