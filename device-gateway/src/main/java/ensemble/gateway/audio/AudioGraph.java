package ensemble.gateway.audio;

/**
 * Plays one stereo program on many outputs, in sync by construction. Safe to use from any thread; faults of the audio
 * server are read from the {@link #snapshot}, never thrown.
 */
public interface AudioGraph extends AutoCloseable {
    /**
     * Wishes for the whole mix, absolutely: outputs that it does not name fall silent. A name that is no configured
     * output is kept as such in the snapshot, and is not an error.
     *
     * @return a ticket, larger than every one before; {@link GraphSnapshot#carried} tells when it is true at the sinks
     */
    long apply(Mix mix);

    /** How things stand now. */
    GraphSnapshot snapshot();

    @Override
    void close();
}
