package ensemble.catalogue.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact with its evidence: words, a figure, a list of values, or several of these.
 *
 * @param about what it is about, one of {@link Abouts}
 * @param values such as codecs or ports
 */
public record Fact(
        String about,
        List<String> values,
        @Nullable String says,
        @Nullable Quantity quantity,
        Evidence evidence) {
    /** In one short line, without its source. */
    public String words() {
        StringBuilder words = new StringBuilder();
        if (quantity != null) {
            words.append(quantity.words());
            Measure measure = quantity.measure();
            if (measure != null) {
                words.append(' ').append(measure.words());
            }
        } else if (!values.isEmpty()) {
            words.append(String.join(", ", values));
        }
        if (says != null) {
            words.append(words.isEmpty() ? "" : ": ").append(says);
        }
        return words.toString();
    }
}
