package ensemble.contract.state;

/** How a group stands against its target. */
public enum SyncStatus {
    /** Measured, and at or under its target. */
    IN_SYNC,
    /** Measured, within twice its target. */
    DRIFTING,
    /** Measured, beyond twice its target. */
    OUT_OF_SYNC,
    /** Being measured or moved now. */
    ALIGNING,
    /** Not measured, or not recently enough to count. Never to be read as "fine". */
    UNKNOWN
}
