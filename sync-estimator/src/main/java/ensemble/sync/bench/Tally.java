package ensemble.sync.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of the takes of one or several scenarios. Errors are magnitudes in microseconds, levels in dB. */
final class Tally {
    static final double GROSS_MICROS = 500;

    int takes;
    int accepted;
    int withinUncertainty;
    long nanos;
    long longestOfFour;
    final List<Double> errors = new ArrayList<>();
    final List<Double> levels = new ArrayList<>();
    final Map<String, Integer> refusals = new TreeMap<>();
    final Map<Rival, List<Double>> rivals = new EnumMap<>(Rival.class);

    void rival(Rival rival, double error) {
        rivals.computeIfAbsent(rival, r -> new ArrayList<>()).add(error);
    }

    /** Adds all of another. */
    Tally and(Tally other) {
        takes += other.takes;
        accepted += other.accepted;
        withinUncertainty += other.withinUncertainty;
        nanos += other.nanos;
        longestOfFour = Math.max(longestOfFour, other.longestOfFour);
        errors.addAll(other.errors);
        levels.addAll(other.levels);
        other.refusals.forEach((reason, count) -> refusals.merge(reason, count, Integer::sum));
        other.rivals.forEach((rival, list) ->
                rivals.computeIfAbsent(rival, r -> new ArrayList<>()).addAll(list));
        return this;
    }

    double acceptance() {
        return takes == 0 ? Double.NaN : accepted / (double) takes;
    }

    int wrong() {
        return (int) errors.stream().filter(e -> e > GROSS_MICROS).count();
    }

    double inside() {
        return errors.isEmpty() ? Double.NaN : withinUncertainty / (double) errors.size();
    }

    /** The value that a share of them does not exceed; NaN of none. */
    static double quantile(List<Double> values, double share) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank - 1, 0, sorted.size() - 1));
    }

    static double gross(List<Double> values) {
        return values.isEmpty()
                ? Double.NaN
                : values.stream().filter(e -> e > GROSS_MICROS).count() / (double) values.size();
    }
}
