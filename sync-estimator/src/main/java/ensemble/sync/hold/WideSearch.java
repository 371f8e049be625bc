package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Sweep;
import java.util.List;

/** Finds about where a mark lies among all delays of some seconds, at one of a few rates. */
final class WideSearch {
    private static final double RATE = Sweep.RATE;

    private final Fft fft;
    private final double[] samples;
    private final double[] heard;
    private final int from;
    private final int to;

    /**
     * @param from the least delay looked at, frames; may be negative
     * @param to the largest
     */
    WideSearch(double[] samples, int from, int to) {
        this.fft = new Fft(Fft.lengthFor(samples.length + to));
        this.samples = samples;
        this.heard = fft.spectrum(samples);
        this.from = from;
        this.to = to;
    }

    /** What is searched. */
    double[] heard() {
        return samples;
    }

    /** The delay and rate at which a mark stands out most. */
    Expected find(float[] mark, Fingerprint fingerprint, List<Double> ratesPpm, double reachPpm) {
        double[] print = print(fingerprint);
        double most = -1;
        Expected best = new Expected(from / RATE, 0, reachPpm);
        double middle = mark.length / 2.0;
        for (double ppm : ratesPpm) {
            float[] drifting = new Resampler(1).along(mark, mark.length, k -> k - ppm * 1e-6 * (k - middle));
            double[] m = new double[fft.length()];
            for (int k = 0; k < drifting.length; k++) {
                m[k] = drifting[k];
            }
            fft.transform(m);
            Fft.multiply(m, print);
            double[] x = fft.samples(cross(m));
            for (int lag = from; lag < to; lag++) {
                double size = x[Math.floorMod(lag, x.length)];
                if (size > most) {
                    most = size;
                    best = new Expected(lag / RATE, ppm, reachPpm);
                }
            }
        }
        return best;
    }

    private double[] cross(double[] m) {
        double[] out = new double[m.length];
        for (int k = 2; k < m.length; k += 2) {
            out[k] = heard[k] * m[k] + heard[k + 1] * m[k + 1];
            out[k + 1] = heard[k + 1] * m[k] - heard[k] * m[k + 1];
        }
        return out;
    }

    private double[] print(Fingerprint of) {
        double[] x = new double[fft.length()];
        for (int k = 0; k < Fingerprint.LENGTH; k++) {
            x[Math.floorMod(k - Fingerprint.LEAD, x.length)] = of.response()[k];
        }
        fft.transform(x);
        return x;
    }
}
