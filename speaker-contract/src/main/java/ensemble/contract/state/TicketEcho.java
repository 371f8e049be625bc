package ensemble.contract.state;

/** What became of a ticket. Closed: each has a sentence in the skill. */
public enum TicketEcho {
    /** Being done. */
    RUNNING,
    DONE,
    /** It came too late to start sound. */
    EXPIRED,
    /** Something else is being measured now. */
    BUSY,
    /** The link to the Echo, or the box, cannot do that. */
    NOT_SUPPORTED,
    /** The group, speaker or microphone it needs is not there. */
    AWAY,
    /** It was tried and did not work; for a line-up the sync report tells why. */
    FAILED
}
