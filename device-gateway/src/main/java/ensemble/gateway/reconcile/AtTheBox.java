package ensemble.gateway.reconcile;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.JointVolume;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Switching;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a command given at the box makes of the wish that stands, and what a person is told where it cannot. Pure. */
final class AtTheBox {
    private AtTheBox() {}

    /** Empty if the house has no such group. */
    static Optional<RoutingWish> of(BoxCommand.Routing command, HouseConfig house, RoutingWish was) {
        return switch (command) {
            case BoxCommand.Turn(GroupId id, boolean on) ->
                on
                        ? group(house, id, group -> added(house, group, was))
                        : group(house, id, group -> Switching.removed(played(house, group), was));
            case BoxCommand.Only(GroupId id) -> group(house, id, group -> added(house, group, Switching.silenced(was)));
            case BoxCommand.Everywhere() -> Optional.of(Switching.everywhere(house, was));
            case BoxCommand.Nothing() -> Optional.of(Switching.silenced(was));
            case BoxCommand.Loud(GroupId id, var volume) ->
                group(house, id, group -> JointVolume.set(house, group.members().keySet(), volume, was));
            case BoxCommand.Mute(GroupId id, boolean muted) ->
                group(house, id, group -> Switching.muted(played(house, group), muted, was));
        };
    }

    private static RoutingWish added(HouseConfig house, GroupConfig group, RoutingWish was) {
        return Switching.added(played(house, group), group.members(), was);
    }

    private static Set<SpeakerId> played(HouseConfig house, GroupConfig group) {
        return Switching.withSharers(group.members().keySet(), house);
    }

    private static Optional<RoutingWish> group(
            HouseConfig house, GroupId id, Function<GroupConfig, RoutingWish> change) {
        return house.group(id).map(change);
    }

    /** Why it cannot come true. */
    static String sentence(Fault fault, HouseConfig house) {
        String which = fault.speakers().stream()
                .map(id ->
                        house.speaker(id).map(speaker -> speaker.name().text()).orElse(id.value()))
                .collect(Collectors.joining(", "));
        return switch (fault.kind()) {
            case SPEAKERS_AWAY ->
                "not there now: " + which + "; switch it on, or give the box a moment to call it, and try again";
            case NO_SOUND -> "the box has no sound now";
            case EXPIRED -> "that came too late";
            case UNKNOWN_SPEAKER -> "the box does not know " + which;
            case SHARED_OUTPUT -> which + " play together or not at all";
        };
    }

    /** How the beginning of an act is told. */
    static Verdict verdict(TicketEcho echo) {
        return switch (echo) {
            case RUNNING, DONE -> Verdict.TAKEN;
            case BUSY -> new Verdict.Refused("something is being measured now; try again when it has ended");
            case NOT_SUPPORTED -> new Verdict.Refused("this box cannot do that");
            case AWAY -> new Verdict.Refused("what it needs is not there now");
            case EXPIRED -> new Verdict.Refused("that came too late");
            case FAILED -> new Verdict.Refused("it was tried and did not work");
        };
    }
}
