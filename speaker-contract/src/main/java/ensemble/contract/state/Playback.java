package ensemble.contract.state;

/** What the program that feeds a hub is doing, as far as its source tells. */
public enum Playback {
    PLAYING,
    PAUSED,
    STOPPED,
    /** The source does not tell, and no sound proves it. */
    UNKNOWN
}
