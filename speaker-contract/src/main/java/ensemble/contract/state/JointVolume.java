package ensemble.contract.state;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.value.Volume;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Volume of several speakers as one. It is the loudest's; setting it scales all by one ratio, so that the balance stays. Out of
 * silence, where no ratio is known, all get the same; and whoever was heard stays heard above zero. Pure.
 */
public final class JointVolume {
    private JointVolume() {}

    public static Volume of(Collection<SpeakerId> speakers, RoutingWish wish) {
        return speakers.stream()
                .map(id -> wish.of(id).volume())
                .max(Volume::compareTo)
                .orElse(Volume.SILENT);
    }

    /** Speakers that share an output with a member follow it. */
    public static RoutingWish set(HouseConfig house, Set<SpeakerId> members, Volume volume, RoutingWish was) {
        int loudest = of(members, was).points();
        Map<OutputId, Volume> heard = new HashMap<>();
        for (SpeakerConfig speaker : house.speakers()) {
            if (members.contains(speaker.id())) {
                Volume now = scaled(was.of(speaker.id()).volume().points(), loudest, volume.points());
                heard.merge(speaker.output(), now, (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerConfig speaker : house.speakers()) {
            Volume now = heard.get(speaker.output());
            if (now != null) {
                speakers.put(speaker.id(), was.of(speaker.id()).at(now));
            }
        }
        return was.with(speakers);
    }

    private static Volume scaled(int points, int loudest, int target) {
        if (loudest == 0) {
            return new Volume(target);
        }
        long exact = Math.round((double) points * target / loudest);
        boolean staysHeard = points > 0 && target > 0;
        return Volume.clamped(staysHeard ? Math.max(1, exact) : exact);
    }
}
