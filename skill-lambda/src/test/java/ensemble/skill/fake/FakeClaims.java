package ensemble.skill.fake;

import ensemble.contract.id.HubId;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Tries;
import ensemble.skill.household.UserId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Boxes that wait, in memory, under the table's own conditions; deletes nothing by itself, as the table may not for days. */
public final class FakeClaims implements ClaimStore {
    /** Runs before the next conditional write: somebody else was quicker. */
    public final Deque<Runnable> overtakers = new ArrayDeque<>();

    public boolean away;

    private final FakeHouseholdStore houses;
    private final Map<LinkKey, Claim> claims = new HashMap<>();
    private final Map<Optional<UserId>, Tries> tries = new HashMap<>();

    public FakeClaims(FakeHouseholdStore houses) {
        this.houses = houses;
    }

    @Override
    public boolean open(LinkKey key, HubId hub, Instant until) throws StoreException {
        check();
        Claim known = claims.get(key);
        if (known != null && !known.until().isBefore(until.minus(LinkCode.LIFE))) {
            return false;
        }
        claims.put(key, new Claim(hub, until, Optional.empty()));
        return true;
    }

    @Override
    public Optional<Claim> find(LinkKey key) throws StoreException {
        check();
        return Optional.ofNullable(claims.get(key));
    }

    @Override
    public boolean take(LinkKey key, Claim taken) throws StoreException {
        check();
        Claim known = claims.get(key);
        if (known == null || !known.hub().equals(taken.hub()) || known.asker().isPresent()) {
            return false;
        }
        if (taken.asker().isEmpty()) {
            throw new AssertionError("a claim is taken by nobody");
        }
        claims.put(key, taken);
        return true;
    }

    @Override
    public void close(LinkKey key, HubId hub) throws StoreException {
        check();
        claims.computeIfPresent(key, (same, known) -> known.hub().equals(hub) ? null : known);
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) throws StoreException {
        return houses.ownerOf(hub);
    }

    @Override
    public Tries tries(Optional<UserId> who) throws StoreException {
        check();
        return tries.getOrDefault(who, Tries.NONE);
    }

    @Override
    public boolean putTries(Optional<UserId> who, Tries next, Instant forgotten) throws StoreException {
        check();
        if (next.version() != tries.getOrDefault(who, Tries.NONE).version() + 1) {
            return false;
        }
        tries.put(who, next);
        return true;
    }

    private void check() throws StoreException {
        if (!overtakers.isEmpty()) {
            overtakers.remove().run();
        }
        if (away) {
            throw new StoreException("the fake claims are away");
        }
    }
}
