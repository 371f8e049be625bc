package ensemble.skill.fake;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
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
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps houses in memory, counts writes, and fails or is overtaken when told to. */
public final class FakeHouseholdStore implements HouseholdStore, StatusStore {
    /** Every write that took effect, by name. */
    public final List<String> writes = new ArrayList<>();
    /** Runs before the next conditional write of a route: somebody else was quicker. */
    public final Deque<Runnable> overtakers = new ArrayDeque<>();

    public boolean away;
    /** So many writes of a route take effect and are not confirmed. */
    public int lostAnswers;

    private final Map<UserId, Household> houses = new HashMap<>();
    private final Map<UserId, Map<String, String>> announced = new HashMap<>();
    private final Map<UserId, Grant> grants = new HashMap<>();
    private final Map<HubId, UserId> owners = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();

    /** A house and its hub's owner go. */
    public void remove(UserId user) {
        owners.remove(house(user).hub());
        houses.remove(user);
    }

    public void put(Household house) {
        houses.put(house.user(), house);
        owners.put(house.hub(), house.user());
    }

    public Household house(UserId user) {
        Household house = houses.get(user);
        if (house == null) {
            throw new AssertionError("no house of " + user);
        }
        return withGrant(house);
    }

    public Optional<Grant> grant(UserId user) {
        return Optional.ofNullable(grants.get(user));
    }

    @Override
    public Optional<Household> load(UserId user, Reading reading) throws StoreException {
        check();
        return Optional.ofNullable(houses.get(user)).map(this::withGrant);
    }

    @Override
    public boolean putRoute(UserId user, long expectedN, Route next) throws StoreException {
        check();
        if (!overtakers.isEmpty()) {
            overtakers.remove().run();
        }
        Household house = houses.get(user);
        if (house == null || house.route().n() != expectedN) {
            return false;
        }
        if (next.n() != expectedN + 1) {
            throw new AssertionError("a wish skips from " + expectedN + " to " + next.n());
        }
        houses.put(user, house.with(next));
        writes.add("route " + next.n());
        if (lostAnswers > 0) {
            lostAnswers--;
            throw new StoreException("the fake store's answer is lost");
        }
        return true;
    }

    @Override
    public boolean putConfig(UserId user, HubId hub, long expectedN, HouseConfig next, Habits habits)
            throws StoreException {
        check();
        if (!overtakers.isEmpty()) {
            overtakers.remove().run();
        }
        Household house = house(user);
        if (house.config().n() != expectedN) {
            return false;
        }
        if (next.n() != expectedN + 1) {
            throw new AssertionError("a config skips from " + expectedN + " to " + next.n());
        }
        houses.put(user, house.with(next, habits));
        writes.add("config " + next.n());
        return true;
    }

    @Override
    public boolean putTold(UserId user, long expected, Told next) throws StoreException {
        check();
        Household house = house(user);
        if (house.told().version() != expected) {
            return false;
        }
        houses.put(user, house.with(next));
        writes.add("told");
        return true;
    }

    @Override
    public void putAnnounced(UserId user, Map<String, String> hashes) throws StoreException {
        check();
        announced.put(user, Map.copyOf(hashes));
        writes.add("announced");
    }

    @Override
    public Map<String, String> announced(UserId user) throws StoreException {
        check();
        return announced.getOrDefault(user, Map.of());
    }

    @Override
    public void putGrant(UserId user, Grant grant) throws StoreException {
        check();
        grants.put(user, grant);
        writes.add("grant");
    }

    @Override
    public void removeGrant(UserId user, Grant dead) throws StoreException {
        check();
        grants.remove(user, dead);
        writes.add("no grant");
    }

    @Override
    public void putPending(UserId user, Pending pending) throws StoreException {
        check();
        List<Pending> owed = new ArrayList<>(house(user).pending());
        owed.removeIf(other -> other.n() == pending.n());
        owed.add(pending);
        replacePending(user, owed);
        writes.add("pending " + pending.n());
    }

    @Override
    public boolean takePending(UserId user, long n) throws StoreException {
        check();
        List<Pending> owed = new ArrayList<>(house(user).pending());
        boolean taken = owed.removeIf(pending -> pending.n() == n);
        replacePending(user, owed);
        return taken;
    }

    @Override
    public boolean create(UserId user, HubId hub, HouseConfig config, Habits habits, Route route)
            throws StoreException {
        check();
        if (houses.containsKey(user) || owners.containsKey(hub)) {
            return false;
        }
        put(new Household(
                user,
                hub,
                new HubPresence.NeverSeen(),
                config,
                habits,
                route,
                Reports.NONE,
                Optional.empty(),
                List.of(),
                Told.NOTHING));
        writes.add("house");
        return true;
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) throws StoreException {
        check();
        return Optional.ofNullable(owners.get(hub));
    }

    @Override
    public boolean recordReport(UserId user, HubId hub, ShadowName shadow, String document, long version, Instant at)
            throws StoreException {
        check();
        long known = versions.getOrDefault(hub + shadow.wire(), -1L);
        if (version < known) {
            return false;
        }
        versions.put(hub + shadow.wire(), version);
        writes.add("status " + shadow.wire());
        return true;
    }

    @Override
    public boolean recordPresence(UserId user, HubId hub, PresenceEvent event) throws StoreException {
        check();
        houses.put(
                user,
                house(user)
                        .with(
                                event.online()
                                        ? new HubPresence.Online(event.at())
                                        : new HubPresence.Offline(event.at())));
        writes.add("presence");
        return true;
    }

    private void replacePending(UserId user, List<Pending> owed) {
        houses.put(user, house(user).with(Optional.<Grant>empty()).with(owed));
    }

    private Household withGrant(Household house) {
        return house.with(grant(house.user()));
    }

    private void check() throws StoreException {
        if (away) {
            throw new StoreException("the fake store is away");
        }
    }
}
