package ensemble.contract.state;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Who hears the music after a command, whether it was spoken to the cloud or given at the box: sets of speakers, roles and
 * mutes. Pure.
 */
public final class Switching {
    private Switching() {}

    public static Set<SpeakerId> every(HouseConfig house) {
        return house.speakers().stream().map(SpeakerConfig::id).collect(Collectors.toUnmodifiableSet());
    }

    /** These, and those that share an output with one of them: they play as one. Without those the house does not have. */
    public static Set<SpeakerId> withSharers(Set<SpeakerId> speakers, HouseConfig house) {
        Set<OutputId> outputs = house.speakers().stream()
                .filter(speaker -> speakers.contains(speaker.id()))
                .map(SpeakerConfig::output)
                .collect(Collectors.toSet());
        return house.speakers().stream()
                .filter(speaker -> outputs.contains(speaker.output()))
                .map(SpeakerConfig::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether turning exactly these would need half of an output: the others on it would be left the other way.
     *
     * @param on what these are to be
     * @param alone whether all others are to be off; else they stay as they are
     */
    public static boolean tears(Set<SpeakerId> these, HouseConfig house, RoutingWish was, boolean on, boolean alone) {
        return withSharers(these, house).stream()
                .filter(id -> !these.contains(id))
                .anyMatch(id -> on != (!alone && was.of(id).on()));
    }

    /**
     * These too; what starts anew is not muted.
     *
     * @param parts the roles to take, of those that are in the group that was commanded
     */
    public static RoutingWish added(Collection<SpeakerId> these, Map<SpeakerId, Member> parts, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerId id : these) {
            SpeakerWish on = started(was.of(id));
            Member part = parts.get(id);
            speakers.put(id, part == null ? on : on.as(part.role()));
        }
        return was.with(speakers);
    }

    public static RoutingWish removed(Collection<SpeakerId> these, RoutingWish was) {
        return each(was, these, speaker -> speaker.turned(false));
    }

    public static RoutingWish silenced(RoutingWish was) {
        return removed(was.speakers().keySet(), was);
    }

    public static RoutingWish everywhere(HouseConfig house, RoutingWish was) {
        return each(was, every(house), Switching::started);
    }

    public static RoutingWish muted(Collection<SpeakerId> these, boolean muted, RoutingWish was) {
        return each(was, these, speaker -> speaker.muted(muted));
    }

    private static SpeakerWish started(SpeakerWish was) {
        return was.on() ? was : was.turned(true).muted(false);
    }

    /** Changes some of them, by one rule. */
    public static RoutingWish each(RoutingWish was, Collection<SpeakerId> those, UnaryOperator<SpeakerWish> change) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        those.forEach(id -> speakers.put(id, change.apply(was.of(id))));
        return was.with(speakers);
    }
}
