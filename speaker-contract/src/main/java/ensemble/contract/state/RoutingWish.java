package ensemble.contract.state;

import ensemble.contract.id.SpeakerId;
import java.util.Collections;
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
 */
public record RoutingWish(long n, SortedMap<SpeakerId, SpeakerWish> speakers) {
    public static final RoutingWish NONE = new RoutingWish(0, new TreeMap<>());

    /** @throws IllegalArgumentException if n is negative or there are more speakers than a hub may have */
    public RoutingWish {
        if (n < 0) {
            throw new IllegalArgumentException("a wish is numbered from 0, not " + n);
        }
        Limits.checkSpeakers(speakers.size());
        speakers = Collections.unmodifiableSortedMap(new TreeMap<>(speakers));
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
        return new RoutingWish(number, speakers);
    }
}
