package ensemble.catalogue.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firmware or app version, comparable within its maker's scheme only.
 *
 * @param prefix the product or app it belongs to; empty where the scheme has none
 * @param numbers most significant first
 */
public record Firmware(String prefix, java.util.List<Integer> numbers) {
    private static final Pattern DOTTED = Pattern.compile("[vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,5})\\+?");
    private static final Pattern XIAOMI = Pattern.compile("([A-Z0-9]+(?:-[A-Z0-9]+)*)-V(\\d{1,9}(?:\\.\\d{1,9}){0,5})");
    private static final Pattern APP = Pattern.compile("(\\D+?) [vV]?(\\d{1,9}(?:\\.\\d{1,9}){0,5})\\+?");

    /** How a maker writes versions. */
    public enum Scheme {
        /** {@code 4.2.1}, also with a leading v. */
        DOTTED,
        /** {@code SPK-MIP3-V2.18.10}: product, then version. */
        XIAOMI
    }

    /** The outcome of a comparison; versions of different products cannot be compared. */
    public enum Order {
        OLDER,
        SAME,
        NEWER,
        INCOMPARABLE
    }

    /** Empty if the text is no version of that scheme. */
    public static Optional<Firmware> parse(Scheme scheme, String text) {
        return switch (scheme) {
            case DOTTED -> match(DOTTED, text.strip()).map(found -> new Firmware("", numbers(found.group(1))));
            case XIAOMI ->
                match(XIAOMI, text.strip().toUpperCase(java.util.Locale.ROOT))
                        .map(found -> new Firmware(found.group(1), numbers(found.group(2))));
        };
    }

    /** An app's name and version, such as {@code Mi Home 6.22.1}. */
    public static Optional<Firmware> app(String text) {
        return match(APP, text.strip()).map(found -> new Firmware(found.group(1), numbers(found.group(2))));
    }

    /** How this version stands to another; missing trailing numbers count as 0. */
    public Order compareWith(Firmware other) {
        if (!prefix.equals(other.prefix)) {
            return Order.INCOMPARABLE;
        }
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            int theirs = i < other.numbers.size() ? other.numbers.get(i) : 0;
            if (mine != theirs) {
                return mine < theirs ? Order.OLDER : Order.NEWER;
            }
        }
        return Order.SAME;
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    private static java.util.List<Integer> numbers(String dotted) {
        return Arrays.stream(dotted.split("\\.")).map(Integer::valueOf).toList();
    }
}
