package ensemble.gateway.sync.analysis;

import ensemble.sync.dsp.Fft;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How fast each speaker's arrival moves within one take. Visits of one speaker are the same sound in the same room, so their
 * plain cross-correlation tells how far they moved against each other, free of any reflection; three visits on one line are
 * a drift, anything else is not, and is left for the estimator to refuse.
 */
final class Drifts {
    private static final double OFF_LINE_SAMPLES = 0.6;
    private static final double MOST = 500e-6;
    private static final double NOTHING = 0.4e-6;
    private static final int LEAD = 2400;
    private static final int SEGMENT = Sweep.frames() + 2 * LEAD;
    private static final int MOST_SAMPLES = 1200;
    private static final double RATE = Sweep.RATE;

    private final Probe probe;
    private final int[] arrivals;
    private final double[] slopes;
    private final double common;

    private Drifts(Probe probe, int[] arrivals, double[] slopes) {
        this.probe = probe;
        this.arrivals = arrivals;
        this.slopes = slopes;
        double[] sorted = slopes.clone();
        Arrays.sort(sorted);
        this.common = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Empty if not every speaker's visits lie on a line. */
    static Optional<Drifts> of(float[] take, Probe probe) {
        int[] arrivals = Arrivals.of(take, probe);
        double[] slopes = new double[probe.speakers()];
        for (int speaker = 0; speaker < slopes.length; speaker++) {
            List<Slot> slots = probe.slotsOf(speaker);
            if (arrivals[speaker] < 0 || slots.size() < 3) {
                return Optional.empty();
            }
            double slope = slope(take, slots, arrivals[speaker]);
            if (!(Math.abs(slope) <= MOST)) {
                return Optional.empty();
            }
            slopes[speaker] = slope;
        }
        return Optional.of(new Drifts(probe, arrivals, slopes));
    }

    /** By least squares over the visits; not a number if they lie on no line. */
    private static double slope(float[] take, List<Slot> slots, int arrival) {
        Fft fft = new Fft(Fft.lengthFor(2 * SEGMENT));
        double[] reference = fft.spectrum(segment(take, slots.getFirst().start() + arrival));
        int n = slots.size();
        double[] x = new double[n];
        double[] y = new double[n];
        for (int k = 0; k < n; k++) {
            x[k] = slots.get(k).start() - slots.getFirst().start();
            double[] visit = fft.spectrum(segment(take, slots.get(k).start() + arrival));
            y[k] = k == 0 ? 0 : lag(fft.samples(correlated(visit, reference)));
        }
        double meanX = Arrays.stream(x).average().orElse(0);
        double meanY = Arrays.stream(y).average().orElse(0);
        double cross = 0;
        double square = 0;
        for (int k = 0; k < n; k++) {
            cross += (x[k] - meanX) * (y[k] - meanY);
            square += (x[k] - meanX) * (x[k] - meanX);
        }
        double slope = cross / square;
        for (int k = 0; k < n; k++) {
            if (!(Math.abs(y[k] - meanY - slope * (x[k] - meanX)) <= OFF_LINE_SAMPLES)) {
                return Double.NaN;
            }
        }
        return slope;
    }

    private static double[] segment(float[] take, int start) {
        double[] out = new double[SEGMENT];
        for (int i = 0; i < SEGMENT; i++) {
            int at = start - LEAD + i;
            out[i] = at >= 0 && at < take.length ? take[at] : 0;
        }
        return out;
    }

    private static double[] correlated(double[] a, double[] b) {
        double[] conjugate = b.clone();
        for (int i = 3; i < conjugate.length; i += 2) {
            conjugate[i] = -conjugate[i];
        }
        return Fft.multiply(a, conjugate);
    }

    /** Where the correlation is greatest, in samples, between them by a parabola. */
    private static double lag(double[] correlation) {
        int best = 0;
        for (int lag = -MOST_SAMPLES; lag <= MOST_SAMPLES; lag++) {
            best = at(correlation, lag) > at(correlation, best) ? lag : best;
        }
        double before = at(correlation, best - 1);
        double here = at(correlation, best);
        double after = at(correlation, best + 1);
        return best + 0.5 * (before - after) / (before - 2 * here + after);
    }

    private static double at(double[] ring, int lag) {
        return ring[Math.floorMod(lag, ring.length)];
    }

    /** Against speaker 0. */
    List<Double> ppm() {
        List<Double> out = new ArrayList<>();
        for (double slope : slopes) {
            out.add((slope - slopes[0]) * 1e6);
        }
        return out;
    }

    double startSeconds() {
        return Arrays.stream(arrivals).max().orElse(0) / RATE;
    }

    /** The take as it would be if every speaker kept the pace of the middle one, and was where it is in the probe's middle. */
    float[] steadied(float[] take) {
        double most = 0;
        for (double slope : slopes) {
            most = Math.max(most, Math.abs(slope - common));
        }
        if (most < NOTHING) {
            return take;
        }
        double middle = arrivals[0] + probe.frames() / 2.0;
        float[] out = take.clone();
        Resampler resampler = new Resampler(1);
        for (Slot slot : probe.slots()) {
            double slope = slopes[slot.speaker()] - common;
            int from = Math.max(0, slot.start() + arrivals[slot.speaker()] - LEAD);
            int count = Math.min(take.length - from, Probe.SLOT_FRAMES);
            if (count > 0) {
                float[] part = resampler.along(take, count, i -> from + i + slope * (from + i - middle));
                System.arraycopy(part, 0, out, from, count);
            }
        }
        return out;
    }
}
