package ensemble.catalogue.name;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text with its letters counted, so that most others can be told too far away without comparing. Pure. */
final class Bagged {
    private static final int KINDS = 37;
    private final String text;
    private final byte[] counts = new byte[KINDS];

    private Bagged(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : KINDS - 1;
            counts[kind]++;
        }
    }

    static Bagged of(String text) {
        return new Bagged(text);
    }

    /** As {@link Distance#likeness}. */
    double likeness(Bagged other, double least) {
        int more = 0;
        int fewer = 0;
        for (int i = 0; i < KINDS; i++) {
            int difference = counts[i] - other.counts[i];
            if (difference > 0) {
                more += difference;
            } else {
                fewer -= difference;
            }
        }
        // No sequence of edits is shorter than the letters that have to change.
        int longer = Math.max(text.length(), other.text.length());
        return 1 - (double) Math.max(more, fewer) / Math.max(1, longer) < least
                ? 0
                : Distance.likeness(text, other.text, least);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bagged bagged && bagged.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }
}
