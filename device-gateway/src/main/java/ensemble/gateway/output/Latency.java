package ensemble.gateway.output;

import java.util.Optional;

/**
 * How late an output is heard after its sink, before a microphone has measured it: a first guess, used to begin with and never
 * called "in sync".
 *
 * @param millis 0 to 3000
 * @param doubtMillis by how much the truth may differ either way, above 0: only a microphone makes it small
 */
public record Latency(double millis, double doubtMillis, Source source) {
    public static final double MOST_MILLIS = 3000;

    public enum Source {
        /** The device says so. */
        TOLD,
        /** The owner says so. */
        SET,
        /** Things of its kind are like that. */
        ASSUMED
    }

    /** @throws IllegalArgumentException outside its range, or without doubt */
    public Latency {
        if (!(millis >= 0 && millis <= MOST_MILLIS)) {
            throw new IllegalArgumentException("a latency is 0 to 3000 ms, not " + millis);
        }
        if (!(doubtMillis > 0)) {
            throw new IllegalArgumentException("a guess has a doubt above 0 ms, not " + doubtMillis);
        }
    }

    /** What things of a kind are like. */
    static Optional<Latency> assumed(double millis, double doubtMillis) {
        return Optional.of(new Latency(millis, doubtMillis, Source.ASSUMED));
    }
}
