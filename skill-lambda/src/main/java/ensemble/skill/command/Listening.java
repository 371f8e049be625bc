package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Role;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Who hears the music after a command: sets of speakers, roles and mutes. Pure. */
final class Listening {
    private Listening() {}

    /** The subject's speakers too, in the roles of that group; what starts anew is not muted. */
    static RoutingWish added(Household house, Subject subject, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        for (SpeakerId id : Concerned.of(subject, house)) {
            SpeakerWish on = started(was.of(id));
            speakers.put(
                    id,
                    member(house, subject, id)
                            .map(member -> on.as(member.role()))
                            .orElse(on));
        }
        return was.with(speakers);
    }

    /** Exactly the subject's speakers. One that plays alone carries the whole program. */
    static RoutingWish moved(Household house, Subject subject, RoutingWish was) {
        RoutingWish alone = added(house, subject, silenced(was));
        boolean isOneSpeaker = subject instanceof Subject.OfSpeaker;
        return isOneSpeaker ? each(alone, Concerned.of(subject, house), one -> one.as(Role.STEREO)) : alone;
    }

    static RoutingWish removed(Household house, Subject subject, RoutingWish was) {
        return each(was, Concerned.of(subject, house), speaker -> speaker.turned(false));
    }

    static RoutingWish silenced(RoutingWish was) {
        return each(was, was.speakers().keySet(), speaker -> speaker.turned(false));
    }

    static RoutingWish everywhere(HouseConfig config, RoutingWish was) {
        return each(was, Concerned.every(config), Listening::started);
    }

    static RoutingWish muted(Collection<SpeakerId> speakers, boolean muted, RoutingWish was) {
        return each(was, speakers, speaker -> speaker.muted(muted));
    }

    /** What the scene does not know of is off. */
    static RoutingWish recalled(HouseConfig config, Scene scene, RoutingWish was) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (SpeakerId id : Concerned.every(config)) {
            speakers.put(id, scene.speakers().getOrDefault(id, was.of(id).turned(false)));
        }
        return was.with(speakers);
    }

    private static Optional<Member> member(Household house, Subject subject, SpeakerId id) {
        return subject instanceof Subject.OfGroup group
                ? house.config().group(group.id()).map(found -> found.members().get(id))
                : Optional.empty();
    }

    private static SpeakerWish started(SpeakerWish was) {
        return was.on() ? was : was.turned(true).muted(false);
    }

    private static RoutingWish each(RoutingWish was, Collection<SpeakerId> those, UnaryOperator<SpeakerWish> change) {
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(was.speakers());
        those.forEach(id -> speakers.put(id, change.apply(was.of(id))));
        return was.with(speakers);
    }
}
