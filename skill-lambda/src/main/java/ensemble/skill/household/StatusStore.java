package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import java.time.Instant;
import java.util.Map;
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

    /**
     * Puts what Alexa is told next in the place of version {@code expected}.
     *
     * @return false if another stands there; nothing was written
     */
    boolean putTold(UserId user, long expected, Told next) throws StoreException;

    /** What Alexa was last told of each endpoint's description, by endpoint id; empty if nobody knows. */
    Map<String, String> announced(UserId user) throws StoreException;

    /** Removes a grant that Amazon no longer honours, unless it was replaced meanwhile. */
    void removeGrant(UserId user, Grant dead) throws StoreException;
}
