package ensemble.catalogue.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name as plain words: no accents, capitals or hyphens; number words as digits; filler left out. Pure. */
final class Spelling {
    private static final Pattern WORD = Pattern.compile("[a-z]+|\\d+|\\+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("fifteen", "15"),
            Map.entry("hundred", "100"),
            Map.entry("eins", "1"),
            Map.entry("ein", "1"),
            Map.entry("zwei", "2"),
            Map.entry("zwo", "2"),
            Map.entry("drei", "3"),
            Map.entry("vier", "4"),
            Map.entry("funf", "5"),
            Map.entry("fuenf", "5"),
            Map.entry("sechs", "6"),
            Map.entry("sieben", "7"),
            Map.entry("acht", "8"),
            Map.entry("neun", "9"),
            Map.entry("hundert", "100"),
            Map.entry("un", "1"),
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("sept", "7"),
            Map.entry("huit", "8"),
            Map.entry("neuf", "9"),
            Map.entry("cent", "100"),
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"));

    private static final Set<String> FILLER = Set.of(
            "the",
            "a",
            "an",
            "my",
            "our",
            "speaker",
            "speakers",
            "bluetooth",
            "series",
            "gen",
            "generation",
            "lautsprecher",
            "box",
            "der",
            "die",
            "das",
            "mein",
            "meine",
            "le",
            "la",
            "les",
            "enceinte",
            "enceintes",
            "ma",
            "mon",
            "wireless",
            "loudspeaker",
            "und",
            "and",
            "et",
            "nd",
            "st",
            "rd",
            "th");

    private Spelling() {}

    /** Every word, numbers as digits, a plus as {@code plus}. */
    static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(plain);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(word.equals("+") ? "plus" : NUMBERS.getOrDefault(word, word));
        }
        return words;
    }

    /** Without the words that say nothing, unless nothing were left. */
    static List<String> telling(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !FILLER.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
