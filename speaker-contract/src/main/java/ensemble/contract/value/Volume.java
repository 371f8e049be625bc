package ensemble.contract.value;

/**
 * How loud a speaker is wished to be, as people count it.
 *
 * <p>The curve is stated once, here: 100 is 0 dB, every point below takes 0.5 dB, and 0 is silence. Fifty points are 25
 * dB, which is about how far a living room's "loud" and "background" lie apart.
 *
 * @param points 0 to 100
 */
public record Volume(int points) implements Comparable<Volume> {
    /** Decibels that one point is worth. */
    public static final double DB_PER_POINT = 0.5;

    public static final Volume SILENT = new Volume(0);
    public static final Volume FULL = new Volume(100);

    /** @throws IllegalArgumentException outside 0 to 100 */
    public Volume {
        if (points < 0 || points > 100) {
            throw new IllegalArgumentException("volume must be 0 to 100, not " + points);
        }
    }

    /** The nearest volume that exists. */
    public static Volume clamped(long points) {
        return new Volume((int) Math.clamp(points, 0L, 100L));
    }

    /** Gain in dB, at most 0; negative infinity for silence. */
    public double gainDb() {
        return points == 0 ? Double.NEGATIVE_INFINITY : (points - 100) * DB_PER_POINT;
    }

    @Override
    public int compareTo(Volume other) {
        return Integer.compare(points, other.points);
    }
}
