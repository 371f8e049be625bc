package ensemble.house.room;

/** The ranges of what can be set in the room. */
enum Limits {
    LATENCY_MS("latency-ms", 0, 3000),
    PPM("ppm", -1000, 1000),
    GAIN_DB("gain-db", -60, 12),
    STALL_MS("stall-ms", 0, 2000),
    FLIGHT_MS("flight-ms", 0, 100),
    SECONDS("seconds", 0.01, 600);

    /** The longest delay a speaker can come to by latency, stalls and a slow clock; beyond it, it starts anew. */
    static final double MAX_DELAY_MS = 5000;

    private final String word;
    private final double least;
    private final double most;

    Limits(String word, double least, double most) {
        this.word = word;
        this.least = least;
        this.most = most;
    }

    /** @throws IllegalArgumentException naming the word and its range */
    double check(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    word + " must be " + plain(least) + " to " + plain(most) + ", not " + plain(value));
        }
        return value;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
