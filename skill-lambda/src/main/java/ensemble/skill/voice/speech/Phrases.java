package ensemble.skill.voice.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says the lines of one language, as plain text; a little varied, but the same request is always answered alike. */
public final class Phrases {
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    private final Language language;
    private final Phrasebook book;
    private final Words words;
    private final int seed;

    private Phrases(Language language, int seed) {
        this.language = language;
        this.book = Phrasebook.of(language);
        this.words = new Words(book);
        this.seed = seed;
    }

    /**
     * The phrases of a locale; English where we do not speak it.
     *
     * @param requestId chooses among the variants
     */
    public static Phrases of(Optional<String> locale, String requestId) {
        return new Phrases(Language.of(locale), requestId.hashCode());
    }

    public Language language() {
        return language;
    }

    /** Lists, lengths of time and other parts of sentences. */
    public Words words() {
        return words;
    }

    /**
     * One line with its values in place.
     *
     * @throws IllegalArgumentException if there are not as many values as the line takes
     */
    public String say(Line line, Object... values) {
        if (values.length != line.takes().size()) {
            throw new IllegalArgumentException(line + " takes " + line.takes() + ", not " + values.length);
        }
        List<String> variants = book.variants(line.name());
        String template = variants.get(Math.floorMod(seed ^ (line.ordinal() * 31), variants.size()));
        return VALUE.matcher(template).replaceAll(found -> Matcher.quoteReplacement(value(line, found, values)));
    }

    private static String value(Line line, MatchResult found, Object... values) {
        int place = line.takes().indexOf(found.group(1));
        if (place < 0) {
            throw new IllegalStateException(line + " has no value " + found.group(1));
        }
        return String.valueOf(values[place]);
    }
}
