package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.List;

/** Finds about where a mark lies, with nothing known of its delay and rate. */
final class WideSearch {
    private static final int PIECE = 115_200;
    private static final Fft FFT = new Fft(1 << 18);

    /** Delays that are looked through: 3 s. */
    static final int LAGS = (1 << 18) - PIECE;

    private static final double RATE = Sweep.RATE;
    private static final double WIDEST_PPM = 200;
    private static final double STEP_PPM = 10;

    private final List<double[]> heard = new ArrayList<>();
    private final double middle;
    private final int first;

    /** @param first the least delay looked at, frames; may be negative */
    WideSearch(double[] samples, int first) {
        this.first = first;
        this.middle = samples.length / 2.0;
        for (int from = 0; from + PIECE <= samples.length; from += PIECE) {
            double[] y = new double[FFT.length()];
            for (int k = 0; k < y.length; k++) {
                int at = from + first + k;
                y[k] = at >= 0 && at < samples.length ? samples[at] : 0;
            }
            FFT.transform(y);
            heard.add(y);
        }
    }

    /** The delay and rate at which a mark's pieces stand out most together. */
    Expected find(float[] mark, Fingerprint fingerprint) {
        double[] print = print(fingerprint);
        List<float[]> strengths = new ArrayList<>();
        for (int p = 0; p < heard.size(); p++) {
            strengths.add(strength(p, mark, print));
        }
        double most = -1;
        Expected best = new Expected(0, 0, STEP_PPM);
        for (double ppm = -WIDEST_PPM; ppm <= WIDEST_PPM; ppm += STEP_PPM) {
            int[] shifts = new int[strengths.size()];
            for (int p = 0; p < shifts.length; p++) {
                shifts[p] = (int) Math.rint(ppm * 1e-6 * (p * PIECE + PIECE / 2.0 - middle));
            }
            for (int lag = 400; lag < LAGS - 400; lag++) {
                double sum = 0;
                for (int p = 0; p < shifts.length; p++) {
                    sum += strengths.get(p)[lag + shifts[p]];
                }
                if (sum > most) {
                    most = sum;
                    best = new Expected((first + lag) / RATE, ppm, STEP_PPM);
                }
            }
        }
        return best;
    }

    private static double[] print(Fingerprint of) {
        double[] x = new double[FFT.length()];
        for (int k = 0; k < Fingerprint.LENGTH; k++) {
            x[Math.floorMod(k - Fingerprint.LEAD, x.length)] = of.response()[k];
        }
        FFT.transform(x);
        return x;
    }

    /** The envelope's square at every delay, over its usual one. */
    private float[] strength(int piece, float[] mark, double[] print) {
        double[] m = new double[FFT.length()];
        for (int k = 0; k < PIECE; k++) {
            m[k] = mark[piece * PIECE + k];
        }
        FFT.transform(m);
        Fft.multiply(m, print);
        double[] y = heard.get(piece);
        double[] cross = new double[m.length];
        for (int k = 2; k < m.length; k += 2) {
            cross[k] = y[k] * m[k] + y[k + 1] * m[k + 1];
            cross[k + 1] = y[k + 1] * m[k] - y[k] * m[k + 1];
        }
        double[] pairs = FFT.analytic(cross);
        float[] out = new float[LAGS];
        double all = 0;
        for (int k = 0; k < LAGS; k++) {
            double size = pairs[2 * k] * pairs[2 * k] + pairs[2 * k + 1] * pairs[2 * k + 1];
            out[k] = (float) size;
            all += size / LAGS;
        }
        for (int k = 0; k < LAGS; k++) {
            out[k] /= (float) (all + 1e-60);
        }
        return out;
    }
}
