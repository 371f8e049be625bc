package ensemble.skill.voice.speech;

import ensemble.contract.value.Name;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Small parts of sentences, and how people speak, in one language. */
public final class Words {
    private final Phrasebook book;

    Words(Phrasebook book) {
        this.book = book;
    }

    /** "Kitchen, Patio, or Deck". */
    public String either(List<Name> names) {
        return joined(names.stream().map(Name::text).toList(), "words.or");
    }

    /** "Kitchen, Patio, and Deck". */
    public String all(List<Name> names) {
        return joined(names.stream().map(Name::text).toList(), "words.and");
    }

    public String anyOf(List<String> texts) {
        return joined(texts, "words.or");
    }

    public String allOf(List<String> texts) {
        return joined(texts, "words.and");
    }

    /** A length in microseconds as milliseconds; two digits are as many as anybody can hear. */
    public String millis(double micros) {
        double millis = Math.abs(micros) / 1000;
        if (millis >= 10) {
            return counted(Long.toString(Math.round(millis)), "millisecond");
        }
        String digits = String.format(Locale.ROOT, millis >= 1 ? "%.1f" : "%.2f", millis);
        String plain = digits.replaceAll("0+$", "").replaceAll("\\.$", "");
        return plain.equals("0") ? word("words.hundredth") : counted(plain, "millisecond");
    }

    /** How long ago. */
    public String age(Duration age) {
        return age.toSeconds() < 60 ? word("words.now") : word("words.ago").replace("{length}", length(age));
    }

    /** A stretch of time, roughly. */
    public String length(Duration length) {
        if (length.toMinutes() < 1) {
            return word("words.moment");
        }
        if (length.toMinutes() < 90) {
            return counted(Long.toString(length.toMinutes()), "minute");
        }
        return length.toHours() < 48
                ? counted(Long.toString(Math.round(length.toMinutes() / 60.0)), "hour")
                : counted(Long.toString(length.toDays()), "day");
    }

    /** A short wait, to the second. */
    public String seconds(long seconds) {
        return counted(Long.toString(Math.max(1, seconds)), "second");
    }

    public String percent(int percent) {
        return word("words.percent").replace("{n}", Integer.toString(percent));
    }

    /** The words for all speakers at once, as people say them. */
    public Set<String> everywhere() {
        return book.words("match.everywhere");
    }

    /** Words that people put around a name. */
    public Set<String> filler() {
        return book.words("match.filler");
    }

    /** Endings that plural and case hang on a word, longest first. */
    public List<String> endings() {
        return book.list("match.endings");
    }

    /** Words that are written onto a name, such as "Küchenlautsprecher". */
    public List<String> attached() {
        return book.list("match.attached");
    }

    /** One, two, three... */
    public List<String> numbers() {
        return book.list("match.numbers");
    }

    /** "Deck and patio left" are two. */
    public List<String> apart(String list) {
        String and = String.join("|", book.list("match.and"));
        return List.of(list.split("(?i)\\s*,\\s*|\\s+(?:" + and + ")\\s+", -1)).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private String counted(String count, String unit) {
        List<String> forms = book.variants("unit." + unit);
        String form = count.equals("1") ? forms.getFirst() : forms.getLast();
        return form.replace("{n}", count.replace(".", word("words.decimal")));
    }

    private String joined(List<String> texts, String key) {
        if (texts.size() < 2) {
            return texts.isEmpty() ? "" : texts.getFirst();
        }
        int last = texts.size() - 1;
        String form = word(texts.size() == 2 ? key + ".two" : key);
        return fill(form, String.join(", ", texts.subList(0, last)), texts.get(last));
    }

    /** A name may hold braces of its own, so the second place is found first. */
    private static String fill(String form, String start, String last) {
        int second = form.indexOf("{last}");
        return form.substring(0, second).replace("{start}", start) + last + form.substring(second + "{last}".length());
    }

    private String word(String key) {
        return book.variants(key).getFirst();
    }
}
