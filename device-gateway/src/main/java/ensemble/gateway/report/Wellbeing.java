package ensemble.gateway.report;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.value.DelayMicros;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the box's links and outputs know beyond the sound.
 *
 * @param echo the link to the Echo; its own UNKNOWN leaves the word to the sound
 * @param outputs what is known of each
 * @param there against what the graph shows: an output that is not there though its sink is, or there without one
 * @param delays what is to be added to outputs that were not measured, after a first guess
 */
public record Wellbeing(
        Optional<EchoHealth> echo,
        Map<OutputId, SpeakerHealth> outputs,
        Map<OutputId, Boolean> there,
        Map<OutputId, DelayMicros> delays) {
    /** A box whose outputs and source are wires. */
    public static final Wellbeing UNKNOWN = new Wellbeing(Optional.empty(), Map.of(), Map.of(), Map.of());

    public Wellbeing {
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        there = Collections.unmodifiableMap(new TreeMap<>(there));
        delays = Collections.unmodifiableMap(new TreeMap<>(delays));
    }

    /** A box whose outputs are no more than their sinks. */
    public Wellbeing(Optional<EchoHealth> echo, Map<OutputId, SpeakerHealth> outputs) {
        this(echo, outputs, Map.of(), Map.of());
    }

    /** Whether an output can be played on. */
    public boolean isThere(OutputId output, boolean linked) {
        Boolean known = there.get(output);
        return known == null ? linked : known;
    }
}
