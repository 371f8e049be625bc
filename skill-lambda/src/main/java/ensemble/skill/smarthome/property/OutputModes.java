package ensemble.skill.smarthome.property;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.skill.household.Household;
import ensemble.skill.status.HouseStatus;
import ensemble.skill.status.SpeakerStatus;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code Hub.Output}: where the box's music goes. A set that is no group is a mix, which can be read and not set. */
public final class OutputModes {
    public static final String INSTANCE = "Hub.Output";
    public static final String EVERYWHERE = "Output.Everywhere";
    public static final String NOTHING = "Output.Nothing";
    public static final String MIX = "Output.Mix";
    private static final String GROUP = "Group.";

    private OutputModes() {}

    public static String of(GroupId group) {
        return GROUP + group.value();
    }

    /** Empty if the mode means no group of this house. */
    public static Optional<GroupId> groupOf(Household house, String mode) {
        return house.config().groups().stream()
                .map(GroupConfig::id)
                .filter(id -> of(id).equals(mode))
                .findFirst();
    }

    static String now(Household house, HouseStatus status) {
        Set<SpeakerId> playing = status.speakers().stream()
                .filter(SpeakerStatus::on)
                .map(SpeakerStatus::id)
                .collect(Collectors.toSet());
        if (playing.isEmpty()) {
            return NOTHING;
        }
        Set<SpeakerId> there = status.speakers().stream()
                .filter(speaker -> speaker.connected() || playing.contains(speaker.id()))
                .map(SpeakerStatus::id)
                .collect(Collectors.toSet());
        Optional<GroupConfig> exactly = house.config().groups().stream()
                .filter(group -> group.members().keySet().stream()
                        .filter(there::contains)
                        .collect(Collectors.toSet())
                        .equals(playing))
                .findFirst();
        return exactly.map(group -> of(group.id())).orElse(playing.equals(there) ? EVERYWHERE : MIX);
    }
}
