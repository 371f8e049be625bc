package ensemble.contract.value;

/**
 * How fast a clock runs against ours, in parts per million; positive = fast.
 *
 * @param value -1000 to 1000
 */
public record Ppm(double value) {
    public static final Ppm NONE = new Ppm(0);

    /** @throws IllegalArgumentException outside +-1000: no crystal is that wrong, so it is a mistake of measurement */
    public Ppm {
        if (!(Math.abs(value) <= 1000)) {
            throw new IllegalArgumentException("clock error must be within 1000 ppm, not " + value);
        }
    }

    /** Seconds of that clock per second of ours. */
    public double ratio() {
        return 1 + value * 1e-6;
    }
}
