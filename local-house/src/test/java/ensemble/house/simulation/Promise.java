package ensemble.house.simulation;

/** What every schedule must keep. */
enum Promise {
    /** What was told to fail never starts sound afterwards. */
    TOLD_CANNOT_NEVER_HAPPENS,
    /** What was told to be done was heard, or was silent, by then. */
    TOLD_DONE_HAPPENED,
    /** What the hub refused it does not do later, and the skill takes it back. */
    REFUSED_STAYS_REFUSED,
    /** Numbers of wishes, of what the hub took in and of what it answered only rise. */
    NUMBERS_ONLY_RISE,
    /** A request makes one wish at most, however often it is delivered. */
    ONE_WISH_PER_REQUEST,
    /** The hub answers no wish that nobody has made. */
    NO_ANSWER_WITHOUT_WISH,
    /** A wish too old to start sound starts none. */
    EXPIRED_STARTS_NOTHING,
    /** What is reported as playing is there and gets sound. */
    REPORTED_PLAYING_IS_HEARD,
    /** What was kept can be loaded again. */
    STATE_LOADS,
    /** Once the faults are over, wish, report and sound agree soon. */
    CONVERGES,
    /** A request that was told "later" is answered. */
    LATER_IS_ANSWERED,
    /** No code of ours meets a mistake of ours. */
    NO_MISTAKES
}
