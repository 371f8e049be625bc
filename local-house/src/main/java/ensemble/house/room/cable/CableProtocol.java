package ensemble.house.room.cable;

/**
 * The messages on the cable: int32 type, int32 length of what follows, all little-endian.
 *
 * <p>Room to gateway: {@link #SINKS}, UTF-8 JSON {@code [{"name","present"}]}, first and at every change;
 * {@link #PROGRAM}, int64 sequence, then float32 left and right of each frame; {@link #MIC}, int64 sequence, then
 * float32 of each frame, only to a gateway that asked for it.
 *
 * <p>Gateway to room: {@link #OUTPUT}, int64 sequence of the program answered, int32 count, then for each sink that it
 * feeds int32 index in the latest sinks and float32 left and right of each frame; {@link #LISTEN}, int32 1 = send the
 * microphone from now on, 0 = no more. The room passes over types it does not know, and so must a gateway.
 */
final class CableProtocol {
    static final int SINKS = 1;
    static final int PROGRAM = 2;
    static final int OUTPUT = 3;
    static final int LISTEN = 4;
    static final int MIC = 5;

    static final int HEAD_BYTES = 8;
    /** Frames of a block: 10 ms. */
    static final int FRAMES = 480;

    static final int STEREO_BYTES = FRAMES * 2 * Float.BYTES;
    /** The longest message that is taken. */
    static final int MAX_BYTES = 1 << 20;

    private CableProtocol() {}
}
