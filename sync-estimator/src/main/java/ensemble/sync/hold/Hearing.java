package ensemble.sync.hold;

/** What one window says of one speaker. */
public sealed interface Hearing {
    /**
     * Its mark was found.
     *
     * @param delay seconds from being played to arriving, in the middle of the window
     * @param ratePpm by how much that grew, in millionths of the time that passed
     * @param sigma of the delay, seconds, k = 1
     * @param clarity of the mark over what else was heard; from {@link WindowDecoder#CLEAR} on it is believed
     */
    record Heard(double delay, double ratePpm, double sigma, double clarity) implements Hearing {}

    /** It was not, or not surely. */
    record Unheard(Why why) implements Hearing {}

    /** Why not. */
    enum Why {
        /** The program pauses, so there is no mark to hear. */
        PAUSE,
        /** The program plays, the mark does not stand out. */
        BURIED
    }
}
