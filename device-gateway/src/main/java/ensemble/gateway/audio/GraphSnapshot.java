package ensemble.gateway.audio;

import java.util.List;
import java.util.Optional;

/**
 * The graph at one moment.
 *
 * @param state whether an audio server is there
 * @param sinks the configured outputs in their order, then those that the mix names in vain
 * @param carried highest ticket whose ramps have completely left the primed buffer; 0 before the first
 * @param xruns how often the mixer's own stream starved or overflowed since the gateway started
 * @param longestGapMicros longest time between two turns of the audio loop in the present connection, microseconds
 * @param bufferMillis what waits between mixer and sinks, milliseconds; 0 while down
 * @param program what feeds the mixer now, by the name the owner gave it; empty = nothing is there
 * @param programSounding something other than silence has come in within the last five seconds
 * @param inserted highest ticket of an insert that the sinks have had all of; 0 before the first
 */
public record GraphSnapshot(
        GraphState state,
        List<SinkSnapshot> sinks,
        long carried,
        long xruns,
        long longestGapMicros,
        double bufferMillis,
        Optional<String> program,
        boolean programSounding,
        long inserted) {
    public GraphSnapshot {
        sinks = List.copyOf(sinks);
    }

    /** The sink of that node name, if it is configured or named by the mix. */
    public Optional<SinkSnapshot> sink(String node) {
        return sinks.stream().filter(sink -> sink.node().equals(node)).findFirst();
    }
}
