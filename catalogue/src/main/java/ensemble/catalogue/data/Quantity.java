package ensemble.catalogue.data;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure, as a value, a range or a bound; at least one of the three is there and they rise.
 *
 * @param measure what a time was measured between; null for all else
 */
public record Quantity(
        @Nullable Measure measure,
        @Nullable Double low,
        @Nullable Double typical,
        @Nullable Double high,
        String unit) {
    /** The end to plan with: the highest known. */
    public double worst() {
        Double worst = high != null ? high : typical != null ? typical : low;
        if (worst == null) {
            throw new IllegalStateException("a quantity without a number");
        }
        return worst;
    }

    /** The lowest known. */
    public double best() {
        Double best = low != null ? low : typical != null ? typical : high;
        if (best == null) {
            throw new IllegalStateException("a quantity without a number");
        }
        return best;
    }

    /** Whether only a least value is known, so that {@link #worst} is no worst. */
    public boolean open() {
        return high == null && typical == null;
    }

    /** As a person writes it: {@code 12-18 ms}, {@code at most 80 ms}. */
    public String words() {
        String text;
        if (low != null && high != null) {
            text = plain(low) + "-" + plain(high);
        } else if (typical != null) {
            text = plain(typical);
        } else if (high != null) {
            text = "at most " + plain(high);
        } else {
            text = "at least " + plain(best());
        }
        return text + " " + unit;
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Long.toString(Math.round(number))
                : String.format(Locale.ROOT, "%s", Math.round(number * 1000) / 1000.0);
    }
}
