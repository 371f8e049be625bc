package ensemble.gateway.output;

import ensemble.contract.id.OutputId;
import ensemble.contract.value.DelayMicros;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is added to outputs that no microphone has measured: each is delayed to the slowest guess. The common goal rises and
 * falls only while nothing sounds, so that a speaker that joins never moves those that play. Outputs whose latency is unknown
 * get nothing, and measured ones are none of this one's business but as an anchor. The loop's own thread.
 */
public final class FirstDelays {
    private double goalMillis;
    private SortedMap<OutputId, DelayMicros> delays = new TreeMap<>();

    /**
     * One look.
     *
     * @param guesses of every output whose latency is guessed
     * @param measured what a measurement adds to outputs, milliseconds
     * @param silent whether nothing sounds now
     */
    public void look(Map<OutputId, Latency> guesses, Map<OutputId, Double> measured, boolean silent) {
        if (silent) {
            goalMillis = goal(guesses, measured);
        }
        SortedMap<OutputId, DelayMicros> next = new TreeMap<>();
        guesses.forEach((id, guess) -> {
            if (!measured.containsKey(id)) {
                double millis = Math.clamp(goalMillis - guess.millis(), 0, Latency.MOST_MILLIS);
                next.put(id, new DelayMicros(millis * 1000));
            }
        });
        delays = next;
    }

    /** Where the measured stand, as well as guesses tell; else the slowest guess. */
    private static double goal(Map<OutputId, Latency> guesses, Map<OutputId, Double> measured) {
        OptionalDouble anchor = measured.entrySet().stream()
                .filter(entry -> guesses.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() + millis(guesses, entry.getKey()))
                .average();
        return anchor.orElseGet(() ->
                guesses.values().stream().mapToDouble(Latency::millis).max().orElse(0));
    }

    private static double millis(Map<OutputId, Latency> guesses, OutputId id) {
        return Optional.ofNullable(guesses.get(id)).map(Latency::millis).orElse(0.0);
    }

    /** What to add to an output; empty = nothing is guessed of it. */
    public Optional<DelayMicros> of(OutputId output) {
        return Optional.ofNullable(delays.get(output));
    }
}
