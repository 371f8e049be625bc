package ensemble.sync.estimate;

import ensemble.sync.dsp.Resampler;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All visits of one take, put on one time line: each direct sound against the best one of speaker 0.
 *
 * @param origin sample of the recording at which the reference was picked
 * @param visits in the order of the probe
 * @param fits how each lies to the reference
 * @param shorter the same by less of each direct sound, to check by
 * @param clock delays and the microphone's clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Session(
        int speakers,
        double origin,
        List<Visit> visits,
        List<DirectSound.Fit> fits,
        List<DirectSound.Fit> shorter,
        ClockFit clock) {
    private static final int ROUNDS = 2;

    private static final double RATE = ensemble.sync.probe.Sweep.RATE;

    static Session of(int speakers, List<Visit> visits) {
        Visit reference = visits.get(0);
        for (Visit visit : visits) {
            boolean clearer = visit.peakOverNoiseDb() > reference.peakOverNoiseDb();
            reference = visit.slot().speaker() == 0 && clearer ? visit : reference;
        }
        Visit base = reference;
        List<Bounce> bounces = Surface.bounces(IntStream.range(0, speakers)
                .mapToObj(i -> Colour.of(visits.stream()
                        .filter(visit -> visit.slot().speaker() == i)
                        .toList()))
                .toList());
        List<DirectSound.Fit> fits = fits(visits, base, DirectSound.LONG, bounces);
        List<DirectSound.Fit> shorter = fits(visits, base, DirectSound.SHORT, bounces);
        int[] speaker =
                visits.stream().mapToInt(visit -> visit.slot().speaker()).toArray();
        double[] starts = visits.stream()
                .mapToDouble(visit -> visit.slot().start() / RATE)
                .toArray();
        double at = reference.pick() / RATE;
        double[] arrivals = fits.stream().mapToDouble(fit -> at + fit.seconds()).toArray();
        return new Session(
                speakers, reference.pick(), visits, fits, shorter, ClockFit.of(speakers, speaker, starts, arrivals));
    }

    /** A speaker's response by its clearest visit, moved so that its arrival lies on a sample. */
    float[] response(int speaker, int before, int length) {
        int best = -1;
        for (int k = 0; k < visits.size(); k++) {
            boolean its = visits.get(k).slot().speaker() == speaker;
            boolean clearer = best < 0
                    || visits.get(k).peakOverNoiseDb() > visits.get(best).peakOverNoiseDb();
            best = its && clearer ? k : best;
        }
        Visit visit = visits.get(best);
        double arrival = arrival(best) - visit.start();
        float[] real = new float[visit.response().length / 2];
        for (int i = 0; i < real.length; i++) {
            real[i] = (float) visit.response()[2 * i];
        }
        return new Resampler(1).along(real, length, i -> arrival - before + i);
    }

    /** Where in the recording a visit's sound arrives, samples. */
    double arrival(int visit) {
        return origin + fits.get(visit).seconds() * RATE;
    }

    private static List<DirectSound.Fit> fits(List<Visit> visits, Visit reference, int after, List<Bounce> bounces) {
        DirectSound base = reference.soundAt(reference.pick(), after, bounces.getFirst());
        return visits.stream()
                .map(visit -> aligned(
                        visit,
                        reference.pick(),
                        base,
                        after,
                        bounces.get(visit.slot().speaker())))
                .toList();
    }

    /** Compared at the picks, then again with both windows where that comparison puts them. */
    private static DirectSound.Fit aligned(Visit visit, double origin, DirectSound base, int after, Bounce bounce) {
        double picked = (visit.pick() - origin) / RATE;
        DirectSound.Fit fit = visit.soundAt(visit.pick(), after, bounce).against(base, picked);
        for (int round = 0; round < ROUNDS; round++) {
            fit = visit.soundAt(origin + fit.seconds() * RATE, after, bounce).against(base, picked);
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

    /** How like speaker 0's the direct sound is, 0 to 1: by the shorter cut, the middle one of the visits. */
    double likeness(int speaker) {
        return middle(speaker, k -> shorter.get(k).likeness());
    }

    /** Seconds that the two cuts differ by, the middle one of the visits. */
    double ambiguity(int speaker) {
        return middle(
                speaker, k -> Math.abs(shorter.get(k).seconds() - fits.get(k).seconds()));
    }

    boolean reversed(int speaker) {
        return middle(speaker, k -> fits.get(k).reversed() ? 1 : 0) > 0.5;
    }

    private double middle(int speaker, IntToDoubleFunction of) {
        return ClockFit.median(IntStream.range(0, visits.size())
                .filter(k -> visits.get(k).slot().speaker() == speaker)
                .mapToDouble(of)
                .toArray());
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

    /** Seconds by which a speaker is later than speaker 0. */
    double offset(int speaker) {
        return clock.delays()[speaker] - clock.delays()[0];
    }
}
