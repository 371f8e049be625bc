package ensemble.contract.state;

import ensemble.contract.id.SpeakerId;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hub says of its routing.
 *
 * @param stamp the wish it answers
 * @param speakers every speaker it knows
 * @param fault why the answered wish is not, or not wholly, true
 * @param lastExpired the last wish dropped because it came too late to start sound
 */
public record RoutingReport(
        Stamp stamp, SortedMap<SpeakerId, SpeakerReport> speakers, Optional<Fault> fault, OptionalLong lastExpired) {
    public RoutingReport {
        Limits.checkSpeakers(speakers.size());
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
    }
}
