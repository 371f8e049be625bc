package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import java.time.Instant;
import java.util.Optional;

/** Keeps what hubs report. Threads: any. */
public interface StatusStore {
    Optional<UserId> ownerOf(HubId hub) throws StoreException;

    /**
     * Records a reported section.
     *
     * @param document the section's JSON
     * @param version of the shadow
     * @param at by AWS IoT's clock
     * @return false if a newer one is already recorded
     */
    boolean recordReport(UserId user, HubId hub, ShadowName shadow, String document, long version, Instant at)
            throws StoreException;

    /** @return false if it is stale: a newer event, or the end of a session that has been followed by another */
    boolean recordPresence(UserId user, HubId hub, PresenceEvent event) throws StoreException;

    /** Removes a grant that Amazon no longer honours, unless it was replaced meanwhile. */
    void removeGrant(UserId user, Grant dead) throws StoreException;
}
