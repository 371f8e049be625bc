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

    /** So far from each other, in bins either way, the parts of one probe may be heard; under half of what two sweeps are apart. */
    private static final int NEAR = 450;

    private Arrivals() {}

    /** Samples of the take at which the probe began, as each speaker plays it; -1 for one that was not found. */
    static int[] of(float[] take, Probe probe) {
        double[] matched = matched(take);
        double[][] fits = new double[probe.speakers()][];
        for (int speaker = 0; speaker < fits.length; speaker++) {
            fits[speaker] = fits(matched, probe.slotsOf(speaker), probe.frames());
        }
        int about = common(fits);
        int[] arrivals = new int[fits.length];
        for (int speaker = 0; speaker < arrivals.length; speaker++) {
            arrivals[speaker] = arrival(fits[speaker], about);
        }
        return arrivals;
    }

    /**
     * The bin around which all speakers fit best. All sweeps are alike, so a speaker's own fit cannot tell its sweeps from others'
     * that happen to lie as far apart; only the pattern of all speakers fits at one place.
     */
    private static int common(double[][] fits) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int about = 0; about < fits[0].length; about++) {
            double sum = 0;
            for (double[] fit : fits) {
                sum += Math.log(Math.max(fit[strongest(fit, about)], Double.MIN_NORMAL));
            }
            if (sum > most) {
                most = sum;
                best = about;
            }
        }
        return best;
    }

    private static int strongest(double[] fits, int about) {
        int best = about;
        for (int at = Math.max(0, about - NEAR); at < Math.min(fits.length, about + NEAR); at++) {
            best = fits[at] > fits[best] ? at : best;
        }
        return best;
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

    /** How well a speaker's sweeps fit if the probe began in a bin: as well as the worst of them. */
    private static double[] fits(double[] matched, List<Slot> slots, int frames) {
        double[] fits = new double[Math.max(1, matched.length - frames / BIN)];
        for (int at = 0; at < fits.length; at++) {
            double least = Double.MAX_VALUE;
            for (Slot slot : slots) {
                int bin = slot.start() / BIN + at;
                double here = 0;
                for (int near = Math.max(0, bin - 2); near <= Math.min(matched.length - 1, bin + 2); near++) {
                    here = Math.max(here, matched[near]);
                }
                least = Math.min(least, here / slot.gain());
            }
            fits[at] = least;
        }
        return fits;
    }

    private static int arrival(double[] fits, int about) {
        int best = strongest(fits, about);
        double[] sorted = fits.clone();
        java.util.Arrays.sort(sorted);
        return fits[best] > STANDS_OUT * sorted[sorted.length / 2] ? best * BIN : -1;
    }
}
