package ensemble.house.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.house.simulation.Step.Trouble;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.Reports;
import ensemble.skill.household.Route;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.household.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One house's rows with the table's own conditions; every call takes time, and may go wrong on either side of it. */
final class SimulatedStore implements HouseholdStore, StatusStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VirtualTime time;
    private final Chance chance;
    private final Witness witness;
    private final Set<Planted> planted;
    private final Troubles troubles = new Troubles();
    private final Map<String, long[]> reportVersions = new TreeMap<>();
    private final Map<Long, Pending> pending = new TreeMap<>();
    private Household house;
    private Optional<PresenceEvent> presence = Optional.empty();

    SimulatedStore(VirtualTime time, Chance chance, Witness witness, Set<Planted> planted, Optional<Grant> grant) {
        this.time = time;
        this.chance = chance;
        this.witness = witness;
        this.planted = planted;
        this.house = new Household(
                Home.USER,
                Home.HUB,
                new HubPresence.NeverSeen(),
                Home.CONFIG,
                Route.NONE,
                Reports.NONE,
                grant,
                List.of());
    }

    private interface Call<T> {
        T run();
    }

    /** As it stands, for the judge. */
    Household now() {
        return house.with(List.copyOf(pending.values()));
    }

    void trouble(Trouble trouble, int calls) {
        troubles.add(trouble, calls);
    }

    private <T> T called(Call<T> call) throws StoreException {
        time.pause(chance.between(2, 25));
        Optional<Trouble> trouble = troubles.next();
        if (trouble.isPresent() && trouble.get() == Trouble.REFUSES) {
            time.pause(chance.between(0, 400));
            throw new StoreException("the simulated store refuses");
        }
        T answer = call.run();
        if (trouble.isPresent()) {
            time.pause(chance.between(400, 1_400));
            throw new StoreException("the simulated store's answer is lost");
        }
        time.pause(chance.between(2, 25));
        return answer;
    }

    @Override
    public Optional<Household> load(UserId user, Reading reading) throws StoreException {
        return called(() -> Optional.of(planted.contains(Planted.REPLAYS_FORGOTTEN) ? forgetful() : now()));
    }

    private Household forgetful() {
        return now().with(new Route(house.route().wish(), List.of()));
    }

    @Override
    public boolean putRoute(UserId user, long expectedN, Route next) throws StoreException {
        return called(() -> {
            if (house.route().n() != expectedN && !planted.contains(Planted.STORE_IGNORES_CONDITIONS)) {
                return false;
            }
            witness.wished(house.route(), next);
            house = house.with(next);
            return true;
        });
    }

    @Override
    public boolean putTold(UserId user, long expected, Told next) throws StoreException {
        return called(() -> {
            boolean isNext = house.told().version() == expected;
            house = isNext ? house.with(next) : house;
            return isNext;
        });
    }

    @Override
    public Map<String, String> announced(UserId user) {
        return Map.of();
    }

    @Override
    public void putAnnounced(UserId user, Map<String, String> hashes) {
        // Nothing in the simulated house has another name tomorrow.
    }

    @Override
    public boolean putConfig(UserId user, HubId hub, long expectedN, HouseConfig next, Habits habits) {
        throw new UnsupportedOperationException("the simulated house stays as it is");
    }

    @Override
    public void putGrant(UserId user, Grant grant) {
        throw new IllegalStateException("grants of this house last");
    }

    @Override
    public void removeGrant(UserId user, Grant dead) {
        throw new IllegalStateException("grants of this house last");
    }

    @Override
    public void putPending(UserId user, Pending owed) throws StoreException {
        called(() -> pending.put(owed.n(), owed));
    }

    @Override
    public boolean takePending(UserId user, long n) throws StoreException {
        return called(() -> pending.remove(n) != null);
    }

    @Override
    public boolean create(UserId user, HubId hub, HouseConfig config, Habits habits, Route route) {
        return false;
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) throws StoreException {
        return called(() -> Optional.of(Home.USER));
    }

    @Override
    public boolean recordReport(UserId user, HubId hub, ShadowName shadow, String document, long version, Instant at)
            throws StoreException {
        return called(() -> {
            long[] known = reportVersions.getOrDefault(shadow.wire(), new long[] {-1, -1});
            if (version < known[0] && at.toEpochMilli() <= known[1]) {
                return false;
            }
            reportVersions.put(shadow.wire(), new long[] {version, at.toEpochMilli()});
            if (shadow == ShadowName.ROUTING) {
                Optional<RoutingReport> said = routing(document);
                said.ifPresent(witness::recorded);
                house = house.with(new Reports(
                        said, house.reports().sync(), house.reports().health()));
            }
            return true;
        });
    }

    private static Optional<RoutingReport> routing(String document) {
        try {
            return RoutingCodec.reported(JSON.readTree(document));
        } catch (IOException | ShadowFormatException broken) {
            throw new IllegalStateException("the hub's report breaks the contract", broken);
        }
    }

    @Override
    public boolean recordPresence(UserId user, HubId hub, PresenceEvent event) throws StoreException {
        return called(() -> {
            boolean older =
                    presence.filter(known -> known.at().isAfter(event.at())).isPresent();
            boolean ofAnotherSession = !event.online()
                    && presence.filter(known -> !known.session().equals(event.session())
                                    && known.versionNumber() >= event.versionNumber())
                            .isPresent();
            if (older || ofAnotherSession) {
                return false;
            }
            presence = Optional.of(event);
            house = house.with(
                    event.online() ? new HubPresence.Online(event.at()) : new HubPresence.Offline(event.at()));
            return true;
        });
    }
}
