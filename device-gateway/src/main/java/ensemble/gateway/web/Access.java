package ensemble.gateway.web;

/** Who may ask for something. */
public enum Access {
    /** Everybody who reaches the page by one of its own names. */
    ANYBODY,
    /** Who has logged in, or sits at the box itself. */
    COMMANDER
}
