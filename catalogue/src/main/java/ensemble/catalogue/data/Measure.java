package ensemble.catalogue.data;

/** What a time was measured between; figures of different measures never contradict each other. */
public enum Measure {
    BETWEEN_SPEAKERS("between speakers"),
    END_TO_END("end to end"),
    ADDED("added"),
    DRIFT("drift");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
