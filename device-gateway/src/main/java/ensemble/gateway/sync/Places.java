package ensemble.gateway.sync;

import ensemble.contract.id.SpeakerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same speakers measured from several places of the microphone. Where one sits decides what arrives together; the best for
 * all places is that each speaker is right on the mean. A microphone tells differences only, so each place is first laid over the
 * others by the mean of its speakers. Pure, immutable.
 *
 * @param takes what was found at each place, in order; the same speakers in each
 */
record Places(List<List<Calibration>> takes) {
    static final Places NONE = new Places(List.of());

    Places {
        takes = List.copyOf(takes);
    }

    static Places of(Collection<Calibration> found) {
        return new Places(List.of(List.copyOf(found)));
    }

    /** One place more; others' speakers begin anew. */
    Places and(Collection<Calibration> found) {
        boolean same = takes.isEmpty() || speakers(takes.getLast()).equals(speakers(found));
        if (!same) {
            return of(found);
        }
        List<List<Calibration>> more = new ArrayList<>(takes);
        more.add(List.copyOf(found));
        return new Places(more);
    }

    private static Set<SpeakerId> speakers(Collection<Calibration> take) {
        return take.stream().map(Calibration::speaker).collect(Collectors.toSet());
    }

    boolean isOf(SpeakerId speaker) {
        return takes.stream().anyMatch(take -> speakers(take).contains(speaker));
    }

    /**
     * Each speaker on the mean of all places. Its residual is by how much later than the first it is heard at the worst of them.
     *
     * @param now when that holds: each place was measured at a time of its own, and speakers drift
     */
    List<Calibration> mean(Instant now) {
        List<Calibration> newest = takes.getLast();
        int speakers = newest.size();
        double[][] late = takes.stream().map(take -> late(take, now)).toArray(double[][]::new);
        double[] mean = new double[speakers];
        for (double[] place : late) {
            for (int i = 0; i < speakers; i++) {
                mean[i] += place[i] / late.length;
            }
        }
        double[] residuals = worst(late, mean);
        double origin = newest.stream()
                .mapToDouble(one -> one.latencyMicros(now))
                .average()
                .orElse(0);
        List<Calibration> out = new ArrayList<>();
        for (int i = 0; i < speakers; i++) {
            Calibration one = newest.get(i);
            out.add(new Calibration(
                    one.speaker(),
                    one.output(),
                    one.codec(),
                    one.frame(),
                    origin + mean[i],
                    doubt(one.speaker()),
                    one.driftPpm(),
                    level(one.speaker()),
                    residuals[i],
                    true,
                    now));
        }
        return out;
    }

    /** In the order of the newest take: by how much later than the mean of its speakers each is heard at one place. */
    private double[] late(List<Calibration> take, Instant now) {
        double[] late = takes.getLast().stream()
                .mapToDouble(one -> in(take, one.speaker()).latencyMicros(now))
                .toArray();
        double middle = java.util.Arrays.stream(late).average().orElse(0);
        for (int i = 0; i < late.length; i++) {
            late[i] -= middle;
        }
        return late;
    }

    private static Calibration in(List<Calibration> take, SpeakerId speaker) {
        return take.stream()
                .filter(one -> one.speaker().equals(speaker))
                .findFirst()
                .orElseThrow();
    }

    private static double[] worst(double[][] late, double[] mean) {
        double[] worst = new double[mean.length];
        double most = -1;
        for (double[] place : late) {
            double[] here = new double[mean.length];
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < here.length; i++) {
                here[i] = place[i] - mean[i];
                least = Math.min(least, here[i]);
            }
            double spread = 0;
            for (int i = 0; i < here.length; i++) {
                here[i] -= least;
                spread = Math.max(spread, here[i]);
            }
            if (spread > most) {
                most = spread;
                worst = here;
            }
        }
        return worst;
    }

    private double doubt(SpeakerId speaker) {
        return takes.stream()
                .mapToDouble(take -> in(take, speaker).uncertaintyMicros())
                .max()
                .orElse(0);
    }

    private OptionalDouble level(SpeakerId speaker) {
        List<Calibration> of = takes.stream().map(take -> in(take, speaker)).toList();
        return of.stream().allMatch(one -> one.levelDb().isPresent())
                ? of.stream().mapToDouble(one -> one.levelDb().orElse(0)).average()
                : OptionalDouble.empty();
    }
}
