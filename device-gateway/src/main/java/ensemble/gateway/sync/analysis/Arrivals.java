package ensemble.gateway.sync.analysis;

import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.List;

/** Roughly where in a take each speaker's part of the probe begins: where all its sweeps, and no others, fit. */
final class Arrivals {
    private static final int BIN = 48;

    /** How far a best fit stands out of the middle one; less is no arrival. */
    private static final double STANDS_OUT = 4;

    private Arrivals() {}

    /** Samples of the take at which the probe began, as each speaker plays it; -1 for one that was not found. */
    static int[] of(float[] take, Probe probe) {
        double[] matched = matched(take);
        int[] arrivals = new int[probe.speakers()];
        for (int speaker = 0; speaker < arrivals.length; speaker++) {
            arrivals[speaker] = arrival(matched, probe.slotsOf(speaker));
        }
        return arrivals;
    }

    /** Bins of a millisecond: the strongest match with a sweep that begins in it. */
    private static double[] matched(float[] take) {
        Fft fft = new Fft(Fft.lengthFor(take.length + Sweep.frames()));
        double[] samples = new double[take.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = take[i];
        }
        double[] sweep = fft.spectrum(Sweep.samples());
        for (int i = 3; i < sweep.length; i += 2) {
            sweep[i] = -sweep[i];
        }
        double[] match = fft.samples(Fft.multiply(fft.spectrum(samples), sweep));
        double[] bins = new double[take.length / BIN];
        for (int bin = 0; bin < bins.length; bin++) {
            for (int i = 0; i < BIN; i++) {
                bins[bin] = Math.max(bins[bin], Math.abs(match[bin * BIN + i]));
            }
        }
        return bins;
    }

    private static int arrival(double[] matched, List<Slot> slots) {
        int last = slots.getLast().start() / BIN;
        double[] fits = new double[Math.max(0, matched.length - last - 3)];
        int best = -1;
        for (int at = 0; at < fits.length; at++) {
            double least = Double.MAX_VALUE;
            for (Slot slot : slots) {
                int bin = slot.start() / BIN + at;
                double here = matched[bin];
                for (int near = Math.max(0, bin - 2); near <= bin + 2; near++) {
                    here = Math.max(here, matched[near]);
                }
                least = Math.min(least, here / slot.gain());
            }
            fits[at] = least;
            best = best < 0 || least > fits[best] ? at : best;
        }
        if (best < 0) {
            return -1;
        }
        double[] sorted = fits.clone();
        java.util.Arrays.sort(sorted);
        return fits[best] > STANDS_OUT * sorted[sorted.length / 2] ? best * BIN : -1;
    }
}
