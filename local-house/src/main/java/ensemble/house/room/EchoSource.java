package ensemble.house.room;

/** Something the virtual Echo plays. Filled on the audio thread only, without waiting and without garbage. */
interface EchoSource {
    /**
     * Gives the next frames of the program.
     *
     * @return frames filled; fewer than asked only at the end or where the source is late
     */
    int fill(float[] interleaved, int frames);

    /** True when nothing more will come. */
    boolean ended();

    /** Gives back what it holds; from any thread, more than once. */
    void close();
}
