package ensemble.house.simulation;

/** Bugs that may be planted, to see that they are found. */
enum Planted {
    /** The hub takes an older wish for a newer one. */
    INBOX_TAKES_ANY_NUMBER,
    /** The hub answers before its sinks carry the wish. */
    ANSWERS_BEFORE_CARRIED,
    /** The store writes whatever stands there. */
    STORE_IGNORES_CONDITIONS,
    /** The store forgets which requests were served. */
    REPLAYS_FORGOTTEN,
    /** A wish that was refused comes into force with the next start of the hub. */
    REFUSED_WISH_APPLIED_LATER,
    /** The hub keeps nothing through a power cut. */
    NOTHING_KEPT,
    /** The hub takes every wish for a fresh one. */
    AGE_IGNORED,
    /** A wish that is taken back stays in the shadow. */
    WITHDRAWALS_NOT_SENT,
    /** The audio server's list of sinks is taken from memory. */
    ABSENT_SPEAKERS_COUNT_AS_THERE
}
