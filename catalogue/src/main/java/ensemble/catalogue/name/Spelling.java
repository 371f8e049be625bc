package ensemble.catalogue.name;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A name as plain words: no accents, capitals or hyphens; number words as digits; filler left out. Pure. */
final class Spelling {
    private static final int NONE = 0;
    private static final int LETTER = 1;
    private static final int DIGIT = 2;
    private static final int PLUS = 3;

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
            Map.entry("sixty", "60"),
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
            Map.entry("zehn", "10"),
            Map.entry("funfzehn", "15"),
            Map.entry("sechzig", "60"),
            Map.entry("hundert", "100"),
            Map.entry("un", "1"),
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("sept", "7"),
            Map.entry("huit", "8"),
            Map.entry("neuf", "9"),
            Map.entry("dix", "10"),
            Map.entry("quinze", "15"),
            Map.entry("soixante", "60"),
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
        String plain = plain(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < plain.length()) {
            int kind = kind(plain.charAt(start));
            int end = start + 1;
            while (kind != PLUS && end < plain.length() && kind(plain.charAt(end)) == kind) {
                end++;
            }
            if (kind == PLUS) {
                words.add("plus");
            } else if (kind != NONE) {
                String word = plain.substring(start, end);
                words.add(NUMBERS.getOrDefault(word, word));
            }
            start = end;
        }
        return words;
    }

    private static int kind(char c) {
        return c >= 'a' && c <= 'z' ? LETTER : c >= '0' && c <= '9' ? DIGIT : c == '+' ? PLUS : NONE;
    }

    /** In small letters, without accents. */
    private static String plain(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            ascii &= text.charAt(i) < 0x80;
        }
        String bare = ascii ? text : unmarked(Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD));
        return bare.toLowerCase(Locale.ROOT);
    }

    private static String unmarked(String decomposed) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < decomposed.length(); i++) {
            if (Character.getType(decomposed.charAt(i)) != Character.NON_SPACING_MARK) {
                bare.append(decomposed.charAt(i));
            }
        }
        return bare.toString();
    }

    /** Without the words that say nothing, unless nothing were left. */
    static List<String> telling(List<String> words) {
        List<String> telling = new ArrayList<>();
        for (String word : words) {
            if (!FILLER.contains(word)) {
                telling.add(word);
            }
        }
        return telling.isEmpty() ? words : telling;
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }
}
