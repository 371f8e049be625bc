package ensemble.contract.state;

/** Why no measurement counts. Closed: each has a sentence and a remedy in the skill. */
public enum UnmeasuredWhy {
    NEVER("never"),
    TOO_OLD("old"),
    /** A speaker was away since. */
    RECONNECTED("link"),
    CODEC_CHANGED("codec"),
    STALLED("stall"),
    MICROPHONE_MOVED("moved"),
    NO_MICROPHONE("no-mic"),
    /** Only the speakers' own word for their latency is known. */
    BY_DELAY_REPORT("reported"),
    /** The last try to measure was refused: too noisy, a speaker silent, clipped... */
    REFUSED("refused");

    private final String wire;

    UnmeasuredWhy(String wire) {
        this.wire = wire;
    }

    /** As the shadows spell it. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException for an unknown word */
    public static UnmeasuredWhy ofWire(String wire) {
        for (UnmeasuredWhy why : values()) {
            if (why.wire.equals(wire)) {
                return why;
            }
        }
        throw new IllegalArgumentException("no reason is spelt '" + wire + "'");
    }
}
