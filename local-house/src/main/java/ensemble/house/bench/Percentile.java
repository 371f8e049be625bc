package ensemble.house.bench;

import java.util.Collection;

/** Nearest-rank percentiles: the smallest value that so many of them do not exceed. */
final class Percentile {
    private Percentile() {}

    /** @param percent above 0, to 100; values must not be empty */
    static double of(Collection<Double> values, double percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
