package ensemble.contract.value;

/**
 * A factor on samples, kept in decibels.
 *
 * @param db negative infinity (silence) to +12
 */
public record Gain(double db) {
    public static final Gain SILENT = new Gain(Double.NEGATIVE_INFINITY);
    public static final Gain UNITY = new Gain(0);

    /** @throws IllegalArgumentException above +12 dB or not a number */
    public Gain {
        if (Double.isNaN(db) || db > 12) {
            throw new IllegalArgumentException("gain must be at most +12 dB, not " + db);
        }
    }

    /** The factor itself; exactly 0 for silence and exactly 1 for 0 dB. */
    public double factor() {
        return db == Double.NEGATIVE_INFINITY ? 0 : Math.pow(10, db / 20);
    }

    public Gain plus(double moreDb) {
        return new Gain(db + moreDb);
    }

    public boolean isSilent() {
        return db == Double.NEGATIVE_INFINITY;
    }
}
