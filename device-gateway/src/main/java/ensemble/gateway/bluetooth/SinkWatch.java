package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds a speaker whose sound channel is open while the audio server has no sink for it. One thread. */
final class SinkWatch {
    static final long PATIENCE_NANOS = 10 * Backoff.SECOND;

    private final Map<OutputId, Long> missingSinceNanos = new HashMap<>();

    Optional<Finding> see(SpeakerHealth health, Surroundings around, long nowNanos) {
        OutputId output = health.output();
        boolean missing = health.state() == SpeakerHealth.State.READY
                && around.graphRuns()
                && !around.sinks().contains(output);
        if (!missing) {
            missingSinceNanos.remove(output);
            return Optional.empty();
        }
        long since = missingSinceNanos.computeIfAbsent(output, first -> nowNanos);
        return nowNanos - since < PATIENCE_NANOS
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                Finding.Kind.NO_SINK,
                                output.toString(),
                                output + " is connected, but the audio server offers no sink under the configured name",
                                "Compare the output's `node` with what `pactl list short sinks` shows; else restart WirePlumber."));
    }
}
