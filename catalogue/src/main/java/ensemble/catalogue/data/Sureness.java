package ensemble.catalogue.data;

/** How far a fact can be trusted, weakest first. */
public enum Sureness {
    DOUBTED("doubted"),
    CLAIMED("claimed, unreplicated"),
    REVIEW("seen by reviewers"),
    MAKER("the maker's word"),
    MEASURED("measured here");

    private final String words;

    Sureness(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
