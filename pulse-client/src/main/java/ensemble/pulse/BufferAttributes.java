package ensemble.pulse;

/**
 * Sizes of a stream's buffer on the server, in frames; {@link #SERVERS_CHOICE} leaves one to the server.
 *
 * @param maxLength most that the server keeps; always choose it: the default is several seconds per stream
 * @param targetLength playback: what the server tries to keep filled
 * @param prebuffer playback: what must be there before it starts (and starts again after an underflow); 0 = it always
 *     runs, and frames that arrive too late are passed over, so that the through-delay stays
 * @param minimumRequest playback: smallest piece that the server asks for
 * @param fragment record: size of the pieces that arrive
 */
public record BufferAttributes(int maxLength, int targetLength, int prebuffer, int minimumRequest, int fragment) {
    public static final int SERVERS_CHOICE = -1;

    /** For recording: pieces of {@code fragment} frames, at most {@code maxLength} kept by the server. */
    public static BufferAttributes record(int fragment, int maxLength) {
        return new BufferAttributes(maxLength, SERVERS_CHOICE, SERVERS_CHOICE, SERVERS_CHOICE, fragment);
    }

    /** For playing. */
    public static BufferAttributes playback(int targetLength, int prebuffer, int minimumRequest, int maxLength) {
        return new BufferAttributes(maxLength, targetLength, prebuffer, minimumRequest, SERVERS_CHOICE);
    }
}
