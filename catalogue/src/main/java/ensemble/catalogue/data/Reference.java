package ensemble.catalogue.data;

import org.jspecify.annotations.Nullable;

/** A text that facts come from. */
public record Reference(
        String id, Kind kind, String title, @Nullable String url) {
    public enum Kind {
        ARTICLE,
        REVIEW,
        MAKER,
        HOUSE
    }
}
