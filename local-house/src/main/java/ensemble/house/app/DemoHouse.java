package ensemble.house.app;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.house.room.VirtualSpeaker;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The house of the first run: speakers of the virtual room, and the groups people would make of them; a group each for others. */
final class DemoHouse {
    static final String USER = "demo";
    static final String HUB_NAME = "Speaker box";

    private DemoHouse() {}

    static HouseConfig of(List<VirtualSpeaker> room) {
        List<SpeakerConfig> speakers = room.stream()
                .map(speaker -> new SpeakerConfig(
                        new SpeakerId(speaker.id()), new Name(speaker.name()), new OutputId(speaker.id())))
                .toList();
        List<GroupConfig> groups = new ArrayList<>();
        add(groups, speakers, "kitchen", "Kitchen", List.of("kitchen-shelf"), Role.STEREO);
        add(groups, speakers, "patio", "Patio", List.of("patio-left", "patio-right"), Role.STEREO);
        add(
                groups,
                speakers,
                "backyard",
                "Backyard speakers",
                List.of("patio-left", "patio-right", "deck"),
                Role.STEREO);
        add(
                groups,
                speakers,
                "all",
                "All speakers",
                room.stream().map(VirtualSpeaker::id).toList(),
                Role.STEREO);
        return new HouseConfig(1, speakers, groups);
    }

    private static void add(
            List<GroupConfig> groups,
            List<SpeakerConfig> speakers,
            String id,
            String name,
            List<String> members,
            Role role) {
        TreeMap<SpeakerId, Member> present = new TreeMap<>();
        speakers.stream()
                .map(SpeakerConfig::id)
                .filter(speaker -> members.contains(speaker.value()))
                .forEach(speaker -> present.put(speaker, Member.plain(role)));
        if (!present.isEmpty()) {
            groups.add(new GroupConfig(new GroupId(id), new Name(name), present, SyncTier.TIGHT));
        }
    }
}
