package ensemble.contract.state;

/** The largest house that one hub serves. The shadow documents of such a house are proven to fit. */
public final class Limits {
    public static final int MOST_SPEAKERS = 16;
    public static final int MOST_GROUPS = 16;

    private Limits() {}

    static void checkSpeakers(int count) {
        if (count > MOST_SPEAKERS) {
            throw new IllegalArgumentException("a hub has at most " + MOST_SPEAKERS + " speakers, not " + count);
        }
    }

    static void checkGroups(int count) {
        if (count > MOST_GROUPS) {
            throw new IllegalArgumentException("a hub has at most " + MOST_GROUPS + " groups, not " + count);
        }
    }
}
