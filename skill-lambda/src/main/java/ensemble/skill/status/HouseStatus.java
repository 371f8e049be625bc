package ensemble.skill.status;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.skill.household.Household;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be said of a house now. Rests on the hub's report; a wish counts only for the moment between the hub's
 * answer
 * and the end of a fade.
 */
public record HouseStatus(boolean hubOnline, List<GroupStatus> groups) {
    public HouseStatus {
        groups = List.copyOf(groups);
    }

    public static HouseStatus of(Household house) {
        boolean online = house.presence().isOnline();
        return new HouseStatus(
                online,
                house.config().groups().stream()
                        .map(group -> group(house, group, online))
                        .toList());
    }

    public Optional<GroupStatus> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    private static GroupStatus group(Household house, GroupConfig group, boolean online) {
        Set<SpeakerId> members = group.members().keySet();
        GroupSync sync = house.reports()
                .sync()
                .map(report -> report.groups().getOrDefault(group.id(), GroupSync.UNKNOWN))
                .orElse(GroupSync.UNKNOWN);
        Optional<RoutingReport> report = house.reports().routing();
        if (report.isEmpty()) {
            return new GroupStatus(group.id(), group.name(), false, false, members, sync);
        }
        Set<SpeakerId> there =
                members.stream().filter(id -> isConnected(report.get(), id)).collect(Collectors.toSet());
        Set<SpeakerId> away = members.stream().filter(id -> !there.contains(id)).collect(Collectors.toSet());
        boolean on = !there.isEmpty()
                && there.stream().allMatch(id -> isOn(house.route().wish(), report.get(), id));
        return new GroupStatus(group.id(), group.name(), on, online && !there.isEmpty(), away, sync);
    }

    private static boolean isConnected(RoutingReport report, SpeakerId id) {
        SpeakerReport speaker = report.speakers().get(id);
        return speaker != null && speaker.connected();
    }

    /** While a hub that has taken the wish in still fades, the wish says where it will end. */
    private static boolean isOn(RoutingWish wish, RoutingReport report, SpeakerId id) {
        boolean wishDecides = wish.n() > 0
                && report.stamp().n() == wish.n()
                && report.stamp().k() == 0
                && report.fault().isEmpty();
        SpeakerReport speaker = report.speakers().get(id);
        return wishDecides ? wish.of(id).on() : speaker != null && speaker.playing();
    }
}
