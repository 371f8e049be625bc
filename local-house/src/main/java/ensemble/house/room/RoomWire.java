package ensemble.house.room;

/**
 * What joins the room to the gateway, and the room's clock. Implementations own the one audio thread; the methods here
 * are called from others.
 */
public interface RoomWire extends AutoCloseable {
    /**
     * Sets up the sinks and starts time.
     *
     * @throws RoomException if it cannot be set up; then nothing is left behind
     */
    void start(RoomProcess process) throws RoomException;

    /** Removes a speaker's sink; without effect where it is gone already. */
    void drop(int speaker) throws RoomException;

    /** Makes a speaker's sink again and hears it; without effect where it is there. */
    void bringBack(int speaker) throws RoomException;

    /** How the wire fares. */
    WireHealth health();

    /** Ends time and removes what {@link #start} made. */
    @Override
    void close();
}
