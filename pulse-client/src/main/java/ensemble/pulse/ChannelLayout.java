package ensemble.pulse;

/** How a stream's channels are named, and with them its ports. */
public enum ChannelLayout {
    /** One channel, {@code MONO}. */
    MONO,
    /** Two channels, {@code FL} and {@code FR}. */
    STEREO,
    /** Any number, {@code AUX0}, {@code AUX1}, ...: never mixed into one another. */
    AUX
}
