package ensemble.gateway.reconcile;

/** Where the standing is kept through a power cut. Called by the loop's thread alone. */
public interface StandingStore {
    /** What was kept last; {@link Standing#FIRST} when nothing usable was. */
    Standing load();

    /**
     * Keeps it. A disk that refuses is told in the log once and does not stop the box: it goes on from memory.
     */
    void keep(Standing standing);
}
