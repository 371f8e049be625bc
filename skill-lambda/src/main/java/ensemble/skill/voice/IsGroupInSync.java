package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncReport;
import ensemble.skill.command.CannotKind;
import ensemble.skill.household.Household;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.status.HouseStatus;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** "Is the backyard in sync": the hub's own latest word; of a hub that is away, nothing is claimed. */
final class IsGroupInSync implements IntentHandler {
    private final VoiceHouse houses;
    private final ShadowDesk shadows;
    private final InstantSource clock;

    IsGroupInSync(VoiceHouse houses, ShadowDesk shadows, InstantSource clock) {
        this.houses = houses;
        this.shadows = shadows;
        this.clock = clock;
    }

    @Override
    public Set<String> intents() {
        return Set.of("IsGroupInSyncIntent");
    }

    @Override
    public Optional<Response> answer(Turn turn) {
        return houses.withGroup(turn, (house, match) -> switch (match) {
            case GroupMatch.One one -> told(turn, house, one.group());
            case GroupMatch.Everywhere all ->
                turn.askFor(
                        VoiceHouse.GROUP_SLOT,
                        turn.phrases()
                                .whichGroup(house.config().groups().stream()
                                        .map(GroupConfig::name)
                                        .toList()));
            case GroupMatch.Several several -> throw new IllegalStateException("several groups are asked back");
            case GroupMatch.None none -> throw new IllegalStateException("no group is asked back");
        });
    }

    private Optional<Response> told(Turn turn, Household house, GroupConfig group) {
        if (!house.presence().isOnline()) {
            return turn.tell(turn.phrases()
                    .cannot(CannotKind.HUB_OFFLINE, group.name().text(), house.presence(), clock.instant()));
        }
        try {
            SyncReport report = shadows.read(house.hub(), ShadowName.SYNC)
                    .sync()
                    .orElseGet(() -> new SyncReport(new java.util.TreeMap<>(), new java.util.TreeMap<>()));
            GroupSync sync = HouseStatus.of(house.with(report))
                    .group(group.id())
                    .orElseThrow()
                    .sync();
            return turn.tell(turn.phrases().sync(group.name(), sync, group.target(), clock.instant()));
        } catch (ShadowException unread) {
            return turn.tell(turn.phrases().trouble(), Turn.Came.CANNOT);
        }
    }
}
