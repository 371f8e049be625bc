package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.state.HouseConfig;
import java.util.Map;
import java.util.Optional;

/** Keeps households, as the skill needs them. Threads: any. Every call ends within about a second and a half. */
public interface HouseholdStore {
    /** How fresh a reading must be. */
    enum Reading {
        /** May lie a moment behind; half the price. */
        CHEAP,
        /** After every write that has been confirmed. */
        SURE
    }

    /** Everything of one house, by one query; empty if the user owns none. */
    Optional<Household> load(UserId user, Reading reading) throws StoreException;

    /**
     * Puts the next wish in the place of number {@code expectedN}.
     *
     * @return false if another wish stands there; nothing was written
     */
    boolean putRoute(UserId user, long expectedN, Route next) throws StoreException;

    /**
     * Puts the next config, and with it habits, in the place of number {@code expectedN}.
     *
     * @return false if another config stands there; nothing was written
     */
    boolean putConfig(UserId user, HubId hub, long expectedN, HouseConfig next, Habits habits) throws StoreException;

    /** Keeps what Alexa knows of each endpoint: a short hash of its description, by endpoint id. */
    void putAnnounced(UserId user, Map<String, String> hashes) throws StoreException;

    /** Keeps a grant, in the place of any older one. The user need not own a house yet. */
    void putGrant(UserId user, Grant grant) throws StoreException;

    void putPending(UserId user, Pending pending) throws StoreException;

    /**
     * Takes a pending answer away.
     *
     * @return true for exactly one caller: the one who must answer
     */
    boolean takePending(UserId user, long n) throws StoreException;

    /**
     * Makes a house with its hub.
     *
     * @return false if the user has a house or the hub has an owner; nothing was written
     */
    boolean create(UserId user, HubId hub, HouseConfig config, Habits habits, Route route) throws StoreException;

    /** A house of the usual habits, whose box was never told to play. */
    default boolean create(UserId user, HubId hub, HouseConfig config) throws StoreException {
        return create(user, hub, config, Habits.NONE, Route.NONE);
    }
}
