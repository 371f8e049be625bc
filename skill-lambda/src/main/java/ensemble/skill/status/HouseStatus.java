package ensemble.skill.status;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.Volume;
import ensemble.skill.household.Household;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be said of a house now. Rests on the hub's report; a wish counts only for the moment between the hub's answer and the
 * end of a fade.
 */
public record HouseStatus(boolean hubOnline, List<GroupStatus> groups, List<SpeakerStatus> speakers) {
    public HouseStatus {
        groups = List.copyOf(groups);
        speakers = List.copyOf(speakers);
    }

    public static HouseStatus of(Household house) {
        List<SpeakerStatus> speakers = house.config().speakers().stream()
                .map(speaker -> speaker(house, speaker))
                .toList();
        return new HouseStatus(
                house.presence().isOnline(),
                house.config().groups().stream()
                        .map(group -> group(house, group, speakers))
                        .toList(),
                speakers);
    }

    public Optional<GroupStatus> group(GroupId id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<SpeakerStatus> speaker(SpeakerId id) {
        return speakers.stream().filter(speaker -> speaker.id().equals(id)).findFirst();
    }

    private static GroupStatus group(Household house, GroupConfig group, List<SpeakerStatus> speakers) {
        List<SpeakerStatus> members = speakers.stream()
                .filter(speaker -> group.members().containsKey(speaker.id()))
                .toList();
        List<SpeakerStatus> there =
                members.stream().filter(SpeakerStatus::connected).toList();
        Set<SpeakerId> away = members.stream()
                .filter(member -> !member.connected())
                .map(SpeakerStatus::id)
                .collect(Collectors.toSet());
        GroupSync sync = house.reports()
                .sync()
                .map(report -> report.groups().getOrDefault(group.id(), GroupSync.UNKNOWN))
                .orElse(GroupSync.UNKNOWN);
        boolean on = !there.isEmpty() && there.stream().allMatch(SpeakerStatus::on);
        boolean muted = members.stream().allMatch(SpeakerStatus::muted);
        return new GroupStatus(
                group.id(),
                group.name(),
                on,
                house.presence().isOnline() && !there.isEmpty(),
                away,
                sync,
                members.stream()
                        .map(SpeakerStatus::volume)
                        .max(Volume::compareTo)
                        .orElse(Volume.SILENT),
                muted,
                playback(house, on, muted));
    }

    private static SpeakerStatus speaker(Household house, SpeakerConfig speaker) {
        Optional<RoutingReport> report = house.reports().routing();
        Optional<SpeakerReport> heard =
                report.flatMap(said -> Optional.ofNullable(said.speakers().get(speaker.id())));
        RoutingWish wish = house.route().wish();
        boolean wishDecides = report.filter(said -> decides(wish, said)).isPresent();
        SpeakerWish wished = wish.of(speaker.id());
        boolean connected = heard.filter(SpeakerReport::connected).isPresent();
        boolean on =
                wishDecides ? wished.on() : heard.filter(SpeakerReport::playing).isPresent();
        boolean muted =
                wishDecides ? wished.muted() : heard.map(SpeakerReport::muted).orElse(wished.muted());
        return new SpeakerStatus(
                speaker.id(),
                speaker.name(),
                on,
                connected,
                house.presence().isOnline() && connected,
                wishDecides ? wished.volume() : heard.map(SpeakerReport::volume).orElse(wished.volume()),
                muted,
                playback(house, on && connected, muted));
    }

    /** While a hub that has taken the wish in still fades, the wish says where it will end. */
    private static boolean decides(RoutingWish wish, RoutingReport report) {
        return wish.n() > 0
                && report.stamp().n() == wish.n()
                && report.stamp().k() == 0
                && report.fault().isEmpty();
    }

    /** Where the Echo cannot be told, a pause is a mute. */
    private static Playback playback(Household house, boolean on, boolean muted) {
        if (!on) {
            return Playback.STOPPED;
        }
        boolean controllable = house.reports()
                .health()
                .map(health -> health.echo().controllable())
                .orElse(false);
        return switch (program(house)) {
            case PAUSED -> Playback.PAUSED;
            case STOPPED -> Playback.STOPPED;
            case PLAYING, UNKNOWN -> muted && !controllable ? Playback.PAUSED : Playback.PLAYING;
        };
    }

    /** What the box says of the program. A box that hears only silence cannot tell a pause; what it was last told can. */
    private static Playback program(Household house) {
        Optional<RoutingReport> report = house.reports().routing();
        Playback said = report.map(RoutingReport::playback).orElse(Playback.UNKNOWN);
        boolean tellsAll = said == Playback.PLAYING || said == Playback.PAUSED;
        if (tellsAll || report.isEmpty()) {
            return said;
        }
        Playback last = Playback.UNKNOWN;
        for (Ticket ticket : house.route().wish().tickets()) {
            boolean done = report.get().echoes().get(ticket.n()) == TicketEcho.DONE;
            last = done && ticket.act() == Act.PAUSE ? Playback.PAUSED : last;
            last = done && ticket.act() == Act.PLAY ? Playback.PLAYING : last;
        }
        return last == Playback.PAUSED || said == Playback.UNKNOWN ? last : said;
    }
}
