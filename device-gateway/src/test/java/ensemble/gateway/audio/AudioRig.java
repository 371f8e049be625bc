package ensemble.gateway.audio;

/** A graph with virtual speakers behind it, and the means to hear each of them. */
interface AudioRig {
    AudioGraph graph();

    /** Changes what the program is. */
    void play(Program program);

    /** Waits until the graph has a snapshot that suits. */
    void await(String what, java.util.function.Predicate<GraphSnapshot> suits) throws Exception;

    /** Records the program and every sink; {@code meanwhile} is told how many frames there are so far, often. */
    Take record(int frames, Script meanwhile) throws Exception;

    /** The mixer makes up for something lost: the program's pitch is a 400th off. */
    default boolean catchingUp() {
        return false;
    }

    /** Takes a sink away, or brings it back, as the world does. */
    void present(String sink, boolean there) throws Exception;

    /** How much later than the sinks the recording may be. */
    int recorderLagFrames();

    /** Ends everything. */
    void close() throws Exception;

    /** What happens during a recording. */
    interface Script {
        Script NOTHING = frames -> {};

        void at(int frames) throws Exception;
    }
}
