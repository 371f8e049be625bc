package ensemble.skill.voice.speech;

import ensemble.contract.value.Name;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Small parts of English sentences. */
final class EnglishWords {
    private EnglishWords() {}

    static String either(List<Name> names) {
        return joined(names, "or");
    }

    static String all(List<Name> names) {
        return joined(names, "and");
    }

    /** With its verb: "the Kitchen group is", "the Backyard speakers are". */
    static String subject(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String article = lower.startsWith("the ") || lower.startsWith("all ") ? "" : "the ";
        boolean isPlural = lower.endsWith("speakers");
        return article + name + (isPlural ? " are" : " group is");
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** Two digits are as many as anybody can hear. */
    static String millis(double micros) {
        double millis = micros / 1000;
        if (millis >= 10) {
            return Math.round(millis) + " milliseconds";
        }
        String digits = String.format(Locale.ROOT, millis >= 1 ? "%.1f" : "%.2f", millis);
        String plain = digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
        return plain.equals("0") ? "a hundredth of a millisecond" : counted(plain, "millisecond");
    }

    static String age(Duration age) {
        return age.toSeconds() < 60 ? "just now" : length(age) + " ago";
    }

    static String length(Duration length) {
        if (length.toMinutes() < 1) {
            return "less than a minute";
        }
        if (length.toMinutes() < 90) {
            return counted(Long.toString(length.toMinutes()), "minute");
        }
        return length.toHours() < 48
                ? counted(Long.toString(Math.round(length.toMinutes() / 60.0)), "hour")
                : counted(Long.toString(length.toDays()), "day");
    }

    private static String counted(String count, String unit) {
        return count + " " + unit + (count.equals("1") ? "" : "s");
    }

    private static String joined(List<Name> names, String word) {
        if (names.size() == 1) {
            return names.getFirst().text();
        }
        List<String> texts = names.stream().map(Name::text).toList();
        int last = texts.size() - 1;
        String comma = texts.size() > 2 ? ", " : " ";
        return String.join(", ", texts.subList(0, last)) + comma + word + " " + texts.get(last);
    }
}
