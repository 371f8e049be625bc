package ensemble.house.room;

/** The room as its wire drives it. All methods on the wire's one audio thread; none waits or makes garbage. */
public interface RoomProcess {
    /** The one block, used over and over. */
    RoomBlock block();

    /** Gives the next frames of the Echo's program, to be put on the wire. */
    void nextProgram(float[] interleaved, int frames);

    /** Lets the time of a filled block pass; afterwards its {@link RoomBlock#mic} is filled. */
    void pass(RoomBlock block);
}
