package ensemble.house.simulation;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.gateway.config.OutputSetting;
import ensemble.skill.household.Household;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Reports;
import ensemble.skill.household.Route;
import ensemble.skill.household.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The house that is simulated: four speakers, one output each, four groups. */
final class Home {
    static final UserId USER = new UserId("demo");
    static final HubId HUB = new HubId("speaker-box");
    static final String TOKEN = "token-of-demo";
    static final List<String> SPEAKERS = List.of("deck", "kitchen", "patio-left", "patio-right");
    static final List<GroupId> GROUPS =
            List.of(new GroupId("kitchen"), new GroupId("patio"), new GroupId("backyard"), new GroupId("all"));

    static final HouseConfig CONFIG = new HouseConfig(
            1,
            SPEAKERS.stream()
                    .map(id -> new SpeakerConfig(new SpeakerId(id), new Name(id), new OutputId(id)))
                    .toList(),
            List.of(
                    group("kitchen", "kitchen"),
                    group("patio", "patio-left", "patio-right"),
                    group("backyard", "deck", "patio-left", "patio-right"),
                    group("all", "deck", "kitchen", "patio-left", "patio-right")));

    /** Nothing wished, nothing reported. */
    static final Household AT_FIRST = new Household(
            USER, HUB, new HubPresence.NeverSeen(), CONFIG, Route.NONE, Reports.NONE, Optional.empty(), List.of());

    private Home() {}

    private static GroupConfig group(String id, String... members) {
        SortedMap<SpeakerId, Member> roles = new TreeMap<>();
        for (String member : members) {
            Role role = id.equals("patio") && member.endsWith("left") ? Role.LEFT : Role.STEREO;
            roles.put(new SpeakerId(member), Member.plain(role));
        }
        return new GroupConfig(new GroupId(id), new Name(id), roles, SyncTier.TIGHT);
    }

    static SortedMap<OutputId, OutputSetting> outputs() {
        SortedMap<OutputId, OutputSetting> outputs = new TreeMap<>();
        SPEAKERS.forEach(id -> outputs.put(new OutputId(id), new OutputSetting(id, DelayMicros.NONE)));
        return outputs;
    }

    /** In order, as text: a speaker's id is also its sink's name. */
    static Set<String> names(Collection<SpeakerId> speakers) {
        return speakers.stream().map(SpeakerId::value).collect(Collectors.toCollection(TreeSet::new));
    }
}
