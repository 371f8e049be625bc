package ensemble.catalogue.data;

/** What sort of thing a model is. */
public enum Kind {
    SPEAKER,
    SOUNDBAR,
    EARBUDS,
    HEADPHONES,
    TRANSMITTER,
    SOURCE,
    ECHO,
    BOX;

    /** Whether music comes out of it as its end, not in order to be passed on. */
    public boolean sounds() {
        return this == SPEAKER || this == SOUNDBAR || this == EARBUDS || this == HEADPHONES;
    }

    /** Whether it can stand in a room and play to people. */
    public boolean isSpeaker() {
        return this == SPEAKER || this == SOUNDBAR;
    }
}
