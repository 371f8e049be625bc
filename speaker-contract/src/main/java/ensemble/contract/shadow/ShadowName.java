package ensemble.contract.shadow;

/** The named shadows of a hub's thing. Several small ones, because shadow operations are billed by the kilobyte. */
public enum ShadowName {
    /** Desired: the set of playing speakers. Reported: what became of it. */
    ROUTING("routing"),
    /** Desired: speakers and groups of the house. Reported: the number taken in. */
    CONFIG("config"),
    /** Reported only: how well in sync each group is. */
    SYNC("sync"),
    /** Reported only: the box itself. */
    HEALTH("health"),
    /** Desired: whether to be linked to a house. Reported: the code that is shown, and the answer. */
    LINK("link");

    private final String wire;

    ShadowName(String wire) {
        this.wire = wire;
    }

    /** The name at AWS IoT. */
    public String wire() {
        return wire;
    }
}
