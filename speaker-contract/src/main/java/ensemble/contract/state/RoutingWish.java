package ensemble.contract.state;

import ensemble.contract.id.SpeakerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The set of playing speakers of one hub, wished as a whole. Always absolute, so it may be applied twice without harm.
 *
 * @param n the wish's number, at least 0; 0 = nobody has wished yet
 * @param speakers every speaker of the hub, playing or not
 * @param tickets the latest one-shot acts, oldest first, at most {@link #MOST_TICKETS}
 */
public record RoutingWish(long n, SortedMap<SpeakerId, SpeakerWish> speakers, List<Ticket> tickets) {
    /** As many as may be asked for before a hub has looked once. */
    public static final int MOST_TICKETS = 4;

    public static final RoutingWish NONE = new RoutingWish(0, new TreeMap<>());

    /** @throws IllegalArgumentException if n is negative or there are more speakers than a hub may have */
    public RoutingWish {
        if (n < 0) {
            throw new IllegalArgumentException("a wish is numbered from 0, not " + n);
        }
        Limits.checkSpeakers(speakers.size());
        if (tickets.size() > MOST_TICKETS) {
            throw new IllegalArgumentException("a wish has at most " + MOST_TICKETS + " tickets");
        }
        tickets = List.copyOf(tickets);
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
    }

    /** A wish without one-shot acts. */
    public RoutingWish(long n, SortedMap<SpeakerId, SpeakerWish> speakers) {
        this(n, speakers, List.of());
    }

    /** What is wished of a speaker; {@link SpeakerWish#UNTOUCHED} for one that no wish has named. */
    public SpeakerWish of(SpeakerId speaker) {
        return speakers.getOrDefault(speaker, SpeakerWish.UNTOUCHED);
    }

    public Set<SpeakerId> playing() {
        return speakers.entrySet().stream()
                .filter(entry -> entry.getValue().on())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public RoutingWish numbered(long number) {
        return new RoutingWish(number, speakers, tickets);
    }

    /** The same acts with other speakers. */
    public RoutingWish with(SortedMap<SpeakerId, SpeakerWish> others) {
        return new RoutingWish(n, others, tickets);
    }

    /** With one more act, which takes this wish's number; the oldest gives way. */
    public RoutingWish and(Act act, String subject) {
        List<Ticket> more = new ArrayList<>(tickets);
        more.add(new Ticket(n, act, subject));
        return new RoutingWish(n, speakers, more.subList(Math.max(0, more.size() - MOST_TICKETS), more.size()));
    }
}
