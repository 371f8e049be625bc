package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.Stamp;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.Reports;
import ensemble.skill.household.Route;
import ensemble.skill.household.UserId;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A house whose table and shadows are in memory, and whose box answers at once: what is left is the skill's own time. */
final class MemoryHouse implements HouseholdStore, ShadowDesk {
    private Household house;
    private JsonNode reported = MissingNode.getInstance();

    MemoryHouse(String user, HubId hub, HouseConfig config) {
        house = new Household(
                new UserId(user),
                hub,
                new HubPresence.Online(Instant.EPOCH),
                config,
                Route.NONE,
                Reports.NONE,
                Optional.empty(),
                List.of());
    }

    /** What a box says that has made a wish true. */
    static RoutingReport answer(RoutingWish wish) {
        SortedMap<SpeakerId, SpeakerReport> speakers = new TreeMap<>();
        wish.speakers()
                .forEach((id, wished) -> speakers.put(
                        id,
                        new SpeakerReport(
                                true,
                                wished.on(),
                                wished.volume(),
                                wished.muted(),
                                wished.role(),
                                new Gain(wished.volume().gainDb()),
                                DelayMicros.NONE)));
        return new RoutingReport(new Stamp(wish.n(), 0), speakers, Optional.empty(), OptionalLong.empty());
    }

    @Override
    public Optional<Household> load(UserId user, Reading reading) {
        return Optional.of(house).filter(known -> known.user().equals(user));
    }

    @Override
    public boolean putRoute(UserId user, long expectedN, Route next) {
        if (house.route().n() != expectedN) {
            return false;
        }
        house = house.with(next);
        return true;
    }

    @Override
    public boolean putConfig(UserId user, HubId hub, long expectedN, HouseConfig next, Habits habits) {
        house = house.with(next, habits);
        return true;
    }

    @Override
    public void putAnnounced(UserId user, Map<String, String> hashes) {
        // Nobody is told of devices here.
    }

    @Override
    public void putGrant(UserId user, Grant grant) {
        house = house.with(Optional.of(grant));
    }

    @Override
    public void putPending(UserId user, Pending pending) {
        throw new IllegalStateException("a box that answers at once is never waited for");
    }

    @Override
    public boolean takePending(UserId user, long n) {
        return false;
    }

    @Override
    public boolean create(UserId user, HubId hub, HouseConfig config, Habits habits, Route route) {
        return false;
    }

    @Override
    public void writeWish(HubId hub, RoutingWish wish) {
        RoutingReport report = answer(wish);
        reported = RoutingCodec.reported(report);
        house = house.with(report);
    }

    @Override
    public void writeAsk(HubId hub, LinkAsk ask) {
        // The box of memory has a house.
    }

    @Override
    public void writeConfig(HubId hub, HouseConfig config) {
        // The box of memory has no config of its own.
    }

    @Override
    public void forget(HubId hub, Set<SpeakerId> gone) {
        // As above.
    }

    @Override
    public ShadowView read(HubId hub, ShadowName shadow) {
        return new ShadowView(MissingNode.getInstance(), reported);
    }
}
