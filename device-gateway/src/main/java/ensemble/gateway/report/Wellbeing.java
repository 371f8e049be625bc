package ensemble.gateway.report;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.SpeakerHealth;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the box's links know beyond the sound.
 *
 * @param echo the link to the Echo; its own UNKNOWN leaves the word to the sound
 * @param outputs what is known of each
 */
public record Wellbeing(Optional<EchoHealth> echo, Map<OutputId, SpeakerHealth> outputs) {
    /** A box whose outputs and source are wires. */
    public static final Wellbeing UNKNOWN = new Wellbeing(Optional.empty(), Map.of());

    public Wellbeing {
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }
}
