package ensemble.contract.state;

import ensemble.contract.id.SpeakerId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param echo the source of the program
 * @param speakers those of which more is known than that they are there
 */
public record HealthReport(
        String version,
        long pid,
        Instant since,
        Optional<String> graph,
        Optional<String> noSound,
        OptionalLong xruns,
        OptionalDouble bufferMillis,
        EchoHealth echo,
        SortedMap<SpeakerId, SpeakerHealth> speakers) {
    public HealthReport {
        Limits.checkSpeakers(speakers.size());
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
    }

    /** A box that knows nothing of its Echo or of single speakers. */
    public HealthReport(
            String version,
            long pid,
            Instant since,
            Optional<String> graph,
            Optional<String> noSound,
            OptionalLong xruns,
            OptionalDouble bufferMillis) {
        this(version, pid, since, graph, noSound, xruns, bufferMillis, EchoHealth.UNKNOWN, new TreeMap<>());
    }
}
