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
 * @param patch what was commanded at the box since the wish numbered {@code stamp.n}; empty when {@code stamp.k} is 0
 * @param playback what the program is doing
 * @param echoes what became of the latest tickets, by number
 */
public record RoutingReport(
        Stamp stamp,
        SortedMap<SpeakerId, SpeakerReport> speakers,
        Optional<Fault> fault,
        OptionalLong lastExpired,
        SortedMap<SpeakerId, SpeakerWish> patch,
        Playback playback,
        SortedMap<Long, TicketEcho> echoes) {
    public RoutingReport {
        Limits.checkSpeakers(speakers.size());
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
        patch = Collections.unmodifiableSortedMap(new TreeMap<>(patch));
        echoes = Collections.unmodifiableSortedMap(new TreeMap<>(echoes));
    }

    /** A report of a box that nobody has touched and that has no ticket. */
    public RoutingReport(
            Stamp stamp,
            SortedMap<SpeakerId, SpeakerReport> speakers,
            Optional<Fault> fault,
            OptionalLong lastExpired) {
        this(stamp, speakers, fault, lastExpired, new TreeMap<>(), Playback.UNKNOWN, new TreeMap<>());
    }
}
