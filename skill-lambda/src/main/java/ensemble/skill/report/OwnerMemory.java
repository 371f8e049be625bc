package ensemble.skill.report;

import ensemble.contract.id.HubId;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers a while whose hub is whose: every report asks, and a hub seldom moves. Unknown hubs are asked for
 * each time.
 */
final class OwnerMemory {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final StatusStore store;
    private final InstantSource clock;
    private final Map<HubId, Remembered> remembered = new ConcurrentHashMap<>();

    OwnerMemory(StatusStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Remembered(UserId user, Instant until) {}

    Optional<UserId> ownerOf(HubId hub) throws StoreException {
        Instant now = clock.instant();
        Remembered known = remembered.get(hub);
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.user());
        }
        Optional<UserId> owner = store.ownerOf(hub);
        if (remembered.size() >= MOST) {
            remembered.clear();
        }
        owner.ifPresent(user -> remembered.put(hub, new Remembered(user, now.plus(LIFE))));
        return owner;
    }
}
