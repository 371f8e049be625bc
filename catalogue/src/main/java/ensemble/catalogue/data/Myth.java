package ensemble.catalogue.data;

import java.util.List;

/** A claim that goes round, and what is true about it. */
public record Myth(String id, String claim, Verdict verdict, String answer, List<String> words, Evidence evidence) {
    public enum Verdict {
        FALSE,
        HALF
    }
}
