package ensemble.contract.value;

/**
 * Time that we add to a speaker so that it arrives together with a later one. Never the word for a measured difference:
 * that is an {@link OffsetMicros}.
 *
 * @param micros 0 to 3,000,000
 */
public record DelayMicros(double micros) implements Comparable<DelayMicros> {
    /** The mixer keeps this much of the program. */
    public static final double MOST = 3_000_000;

    public static final DelayMicros NONE = new DelayMicros(0);

    /** @throws IllegalArgumentException outside 0 to 3 s, or not a number */
    public DelayMicros {
        if (!(micros >= 0 && micros <= MOST)) {
            throw new IllegalArgumentException("delay must be 0 to 3,000,000 microseconds, not " + micros);
        }
    }

    /** Milliseconds, for people and for status documents. */
    public double millis() {
        return micros / 1000;
    }

    /** Frames at a rate, fractional. */
    public double frames(int framesPerSecond) {
        return micros * framesPerSecond / 1e6;
    }

    @Override
    public int compareTo(DelayMicros other) {
        return Double.compare(micros, other.micros);
    }
}
