package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Switching;
import ensemble.contract.value.Role;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who hears the music after a command: sets of speakers, roles and mutes. Pure. */
final class Listening {
    private Listening() {}

    /** The subject's speakers too, in the roles of that group; what starts anew is not muted. */
    static RoutingWish added(Household house, Subject subject, RoutingWish was) {
        return Switching.added(Concerned.of(subject, house), parts(house, subject), was);
    }

    /** Exactly the subject's speakers. One that plays alone carries the whole program. */
    static RoutingWish moved(Household house, Subject subject, RoutingWish was) {
        RoutingWish alone = added(house, subject, Switching.silenced(was));
        boolean isOneSpeaker = subject instanceof Subject.OfSpeaker;
        return isOneSpeaker ? Switching.each(alone, Concerned.of(subject, house), one -> one.as(Role.STEREO)) : alone;
    }

    static RoutingWish removed(Household house, Subject subject, RoutingWish was) {
        return Switching.removed(Concerned.of(subject, house), was);
    }

    /** What the scene does not know of is off. */
    static RoutingWish recalled(HouseConfig config, Scene scene, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (SpeakerId id : Switching.every(config)) {
            speakers.put(id, scene.speakers().getOrDefault(id, was.of(id).turned(false)));
        }
        return was.with(speakers);
    }

    private static Map<SpeakerId, Member> parts(Household house, Subject subject) {
        return subject instanceof Subject.OfGroup group
                ? house.config()
                        .group(group.id())
                        .<Map<SpeakerId, Member>>map(GroupConfig::members)
                        .orElse(Map.of())
                : Map.of();
    }
}
