package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.value.LinkKey;
import java.time.Instant;
import java.util.Optional;

/** Keeps boxes that wait to be linked, by the key of their code, and how often codes were tried. Threads: any. */
public interface ClaimStore {
    /**
     * A box shows a code. Said again, it changes nothing: a code does not become younger.
     *
     * @return false if that key stands already
     */
    boolean open(LinkKey key, HubId hub, Instant until) throws StoreException;

    /** What stands under a key, whether or not it is over; read after every write that was confirmed. */
    Optional<Claim> find(LinkKey key) throws StoreException;

    /**
     * Puts who said the code.
     *
     * @return false if somebody has said it already, or the box waits no more; nothing was written
     */
    boolean take(LinkKey key, Claim taken) throws StoreException;

    /** The box waits no more. Without effect on a key under which another box stands. */
    void close(LinkKey key, HubId hub) throws StoreException;

    /** Whose box it is; empty if nobody's. */
    Optional<UserId> ownerOf(HubId hub) throws StoreException;

    /** @param who whose; empty = everybody's together */
    Tries tries(Optional<UserId> who) throws StoreException;

    /**
     * Puts tries in the place of those of the version before.
     *
     * @param forgotten from when on nobody needs them
     * @return false if others stand there; nothing was written
     */
    boolean putTries(Optional<UserId> who, Tries next, Instant forgotten) throws StoreException;
}
