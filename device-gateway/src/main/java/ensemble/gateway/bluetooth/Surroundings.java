package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import java.util.Optional;
import java.util.Set;

/**
 * What Bluetooth must know of the rest of the box.
 *
 * @param wanted outputs that the wish plays on
 * @param sounding outputs that are being sent sound
 * @param sinks outputs whose sink the audio server has
 * @param graphRuns whether there is an audio server at all
 * @param xruns how often the mixer starved since the start
 * @param programSounds whether sound comes in; empty where nobody listens
 */
public record Surroundings(
        Set<OutputId> wanted,
        Set<OutputId> sounding,
        Set<OutputId> sinks,
        boolean graphRuns,
        long xruns,
        Optional<Boolean> programSounds) {
    public Surroundings {
        wanted = Set.copyOf(wanted);
        sounding = Set.copyOf(sounding);
        sinks = Set.copyOf(sinks);
    }
}
