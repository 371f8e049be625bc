package ensemble.sync.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * All visits of one take, put on one time line: each direct sound against the best one of speaker 0.
 *
 * @param visits in the order of the probe
 * @param fits how each lies to the reference
 * @param clock delays and the microphone's clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Session(int speakers, List<Visit> visits, List<DirectSound.Fit> fits, ClockFit clock) {
    private static final int ROUNDS = 2;
    private static final double RATE = ensemble.sync.probe.Sweep.RATE;

    static Session of(int speakers, List<Visit> visits) {
        Visit reference = visits.get(0);
        for (Visit visit : visits) {
            boolean clearer = visit.peakOverNoiseDb() > reference.peakOverNoiseDb();
            reference = visit.slot().speaker() == 0 && clearer ? visit : reference;
        }
        Visit base = reference;
        List<DirectSound.Fit> fits =
                visits.stream().map(visit -> aligned(visit, base)).toList();
        int[] speaker =
                visits.stream().mapToInt(visit -> visit.slot().speaker()).toArray();
        double[] starts = visits.stream()
                .mapToDouble(visit -> visit.slot().start() / RATE)
                .toArray();
        double at = reference.pick() / RATE;
        double[] arrivals = fits.stream().mapToDouble(fit -> at + fit.seconds()).toArray();
        return new Session(speakers, visits, fits, ClockFit.of(speakers, speaker, starts, arrivals));
    }

    /** Compared at the picks, then again with both windows where that comparison puts them. */
    private static DirectSound.Fit aligned(Visit visit, Visit reference) {
        DirectSound base = reference.soundAt(reference.pick());
        DirectSound.Fit fit = visit.soundAt(visit.pick()).against(base);
        for (int round = 0; round < ROUNDS; round++) {
            fit = visit.soundAt(reference.pick() + fit.seconds() * RATE).against(base);
        }
        return fit;
    }

    /** The middle one of a speaker's visits. */
    double median(int speaker, ToDoubleFunction<Visit> of) {
        return ClockFit.median(visits.stream()
                .filter(visit -> visit.slot().speaker() == speaker)
                .mapToDouble(of)
                .toArray());
    }

    /** The middle one of a speaker's fits. */
    double medianFit(int speaker, ToDoubleFunction<DirectSound.Fit> of) {
        double[] all = new double[visits.size()];
        int count = 0;
        for (int k = 0; k < all.length; k++) {
            if (visits.get(k).slot().speaker() == speaker) {
                all[count++] = of.applyAsDouble(fits.get(k));
            }
        }
        return ClockFit.median(Arrays.copyOf(all, count));
    }

    int visits(int speaker) {
        return (int) visits.stream()
                .filter(visit -> visit.slot().speaker() == speaker)
                .count();
    }

    int kept(int speaker) {
        int count = 0;
        for (int k = 0; k < visits.size(); k++) {
            count += clock.kept()[k] && visits.get(k).slot().speaker() == speaker ? 1 : 0;
        }
        return count;
    }

    /** Between the earliest and the latest of the visits that agree, seconds. */
    double spread(int speaker) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < visits.size(); k++) {
            if (clock.kept()[k] && visits.get(k).slot().speaker() == speaker) {
                least = Math.min(least, clock.residuals()[k]);
                most = Math.max(most, clock.residuals()[k]);
            }
        }
        return most - least;
    }

    boolean reversed(int speaker) {
        return medianFit(speaker, fit -> fit.reversed() ? 1 : 0) > 0.5;
    }

    /** Seconds by which a speaker is later than speaker 0. */
    double offset(int speaker) {
        return clock.delays()[speaker] - clock.delays()[0];
    }

    /** Seconds by which the onsets alone say so: the picks, the visit's clock taken out. */
    double onsetOffset(int speaker) {
        return onset(speaker) - onset(0);
    }

    private double onset(int speaker) {
        return median(
                speaker,
                visit ->
                        visit.pick() / RATE / (1 + clock.clock()) - visit.slot().start() / RATE);
    }
}
