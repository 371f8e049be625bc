package ensemble.contract.state;

/** What a {@link Ticket} asks a hub to do once. */
public enum Act {
    /** Measure a group's speakers by microphone and align them. */
    LINE_UP("line-up", true),
    /** The same from one more place of the microphone, and align them on the mean of all places since they were lined up. */
    LINE_UP_ALSO("line-up-also", true),
    /** Play a chime on one speaker. */
    IDENTIFY("identify", true),
    /** Try a speaker's link anew, given up on or not. */
    RECONNECT("reconnect", false),
    /** Look for a new speaker and pair it. */
    PAIR("pair", false),
    /** Let the Echo's program go on. */
    PLAY("play", true),
    /** Halt the Echo's program. */
    PAUSE("pause", false),
    /** The Echo's next title. */
    NEXT("next", false),
    /** The Echo's title before. */
    PREVIOUS("previous", false);

    private final String wire;
    private final boolean audible;

    Act(String wire, boolean audible) {
        this.wire = wire;
        this.audible = audible;
    }

    /** As the shadows spell it. */
    public String wire() {
        return wire;
    }

    /** Whether it can start sound, and so may not happen late. */
    public boolean isAudible() {
        return audible;
    }

    /** @throws IllegalArgumentException for an unknown word */
    public static Act ofWire(String wire) {
        for (Act act : values()) {
            if (act.wire.equals(wire)) {
                return act;
            }
        }
        throw new IllegalArgumentException("no hub can do '" + wire + "'");
    }
}
