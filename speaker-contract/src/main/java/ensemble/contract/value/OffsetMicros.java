package ensemble.contract.value;

/**
 * Difference of arrival times at the listening spot; positive = later than the reference. Never the word for time that we
 * add: that is a {@link DelayMicros}.
 *
 * @param micros any finite number
 */
public record OffsetMicros(double micros) {
    /** @throws IllegalArgumentException if not finite */
    public OffsetMicros {
        if (!Double.isFinite(micros)) {
            throw new IllegalArgumentException("offset must be a finite number of microseconds, not " + micros);
        }
    }

    public double millis() {
        return micros / 1000;
    }
}
