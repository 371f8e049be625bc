package ensemble.contract.state;

/** How the Echo that feeds a hub stands. */
public enum EchoLink {
    /** There, and sound has come from it. */
    FINE,
    /** Connected, but no sound comes though music is said to play: perhaps it joined a music group of Echos. */
    SILENT,
    /** No Echo is connected. */
    NONE,
    /** Another Echo than the one named is connected. */
    WRONG,
    UNKNOWN
}
