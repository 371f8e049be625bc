package ensemble.house.room;

/**
 * One stretch of the room's time, made once and used over and over. A {@link RoomWire} fills {@link #frames},
 * {@link #program}, {@link #sinks} and {@link #slipped}; the room fills {@link #mic} and the rest. On the audio thread only.
 */
public final class RoomBlock {
    /** The most frames of one block. */
    public static final int MAX_FRAMES = 1024;

    /** The Echo's program as it came back from the audio server, left and right in turn: what the gateway gets too. */
    public final float[] program = new float[2 * MAX_FRAMES];
    /** What each speaker's sink played, as one channel, (left + right) / 2. */
    public final float[][] sinks;
    /** What the microphone heard. */
    public final float[] mic = new float[MAX_FRAMES];

    final float[][] emissions;
    final float[][] arrivals;
    int frames;
    long slipped;

    RoomBlock(int speakers) {
        sinks = new float[speakers][MAX_FRAMES];
        emissions = new float[speakers][MAX_FRAMES];
        arrivals = new float[speakers][MAX_FRAMES];
    }

    /** Frames in this block, 1 to {@link #MAX_FRAMES}. */
    public int frames() {
        return frames;
    }

    /**
     * Begins the block.
     *
     * @param count frames, 1 to {@link #MAX_FRAMES}
     * @param slippedBefore frames by which the room's clock just fell behind the machine's; they are not made good
     */
    public void begin(int count, long slippedBefore) {
        if (count < 1 || count > MAX_FRAMES) {
            throw new IllegalArgumentException("a block has 1 to " + MAX_FRAMES + " frames, not " + count);
        }
        frames = count;
        slipped = slippedBefore;
    }
}
