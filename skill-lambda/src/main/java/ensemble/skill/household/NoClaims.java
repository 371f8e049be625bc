package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.value.LinkKey;
import java.time.Instant;
import java.util.Optional;

/** Where no box waits and none can: for houses of a simulation or a bench, which have theirs. */
public final class NoClaims implements ClaimStore {
    @Override
    public boolean open(LinkKey key, HubId hub, Instant until) throws StoreException {
        throw none();
    }

    @Override
    public Optional<Claim> find(LinkKey key) {
        return Optional.empty();
    }

    @Override
    public boolean take(LinkKey key, Claim taken) throws StoreException {
        throw none();
    }

    @Override
    public void close(LinkKey key, HubId hub) {
        // There is none.
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) {
        return Optional.empty();
    }

    @Override
    public Tries tries(Optional<UserId> who) {
        return Tries.NONE;
    }

    @Override
    public boolean putTries(Optional<UserId> who, Tries next, Instant forgotten) throws StoreException {
        throw none();
    }

    private static StoreException none() {
        return new StoreException("no box can be linked here");
    }
}
