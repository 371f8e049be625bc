package ensemble.contract.state;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a hub says of itself.
 *
 * @param version of the gateway's software
 * @param pid of its process
 * @param since when that process started
 * @param graph what carries the sound, such as {@code pipewire 0.3.65} or {@code in-process}; empty = no sound now
 * @param noSound why there is none
 * @param xruns times the sound broke since the process started; empty while there is none
 * @param bufferMillis what is primed between mixer and sinks
 */
public record HealthReport(
        String version,
        long pid,
        Instant since,
        Optional<String> graph,
        Optional<String> noSound,
        OptionalLong xruns,
        OptionalDouble bufferMillis) {}
