package ensemble.house.alexa;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Numbers as a language speaks them, the way Alexa hands them on: as digits. Immutable. */
final class SpokenNumbers {
    private static final int MOST = 100;

    private static final Map<String, List<String>> TO_TWENTY = Map.of(
            "en",
                    list("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                            + " sixteen seventeen eighteen nineteen"),
            "de",
                    list(
                            "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn"
                                    + " sechzehn siebzehn achtzehn neunzehn"),
            "fr",
                    list("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
                            + " dix-sept dix-huit dix-neuf"),
            "es",
                    list("cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
                            + " dieciséis diecisiete dieciocho diecinueve"),
            "it",
                    list("zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
                            + " quindici sedici diciassette diciotto diciannove"));

    /** From twenty to ninety; French counts on from sixty and from eighty. */
    private static final Map<String, List<String>> TENS = Map.of(
            "en", list("twenty thirty forty fifty sixty seventy eighty ninety"),
            "de", list("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
            "fr", list("vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"),
            "es", list("veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
            "it", list("venti trenta quaranta cinquanta sessanta settanta ottanta novanta"));

    private static final Map<String, List<String>> HUNDRED = Map.of(
            "en", List.of("hundred", "one hundred", "a hundred"),
            "de", List.of("hundert", "einhundert"),
            "fr", List.of("cent"),
            "es", List.of("cien", "ciento"),
            "it", List.of("cento"));

    private final Map<String, Integer> values = new HashMap<>();

    private SpokenNumbers(String language) {
        List<String> small = Objects.requireNonNull(TO_TWENTY.get(language), language);
        List<String> tens = Objects.requireNonNull(TENS.get(language), language);
        for (int number = 0; number < MOST; number++) {
            values.put(plain(word(language, number, small, tens)), number);
        }
        Objects.requireNonNull(HUNDRED.get(language), language).forEach(word -> values.put(plain(word), MOST));
    }

    static SpokenNumbers of(String language) {
        return new SpokenNumbers(language);
    }

    /** Digits, a number from 0 to 100 in words, or digits spoken one by one; empty for all else. */
    Optional<Integer> read(String spoken) {
        String text = plain(spoken);
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Integer.valueOf(text));
        }
        Integer known = values.get(text);
        return known == null ? oneByOne(text) : Optional.of(known);
    }

    /** "four eight two one", as codes are read out, or typed in groups of four. */
    private Optional<Integer> oneByOne(String text) {
        StringBuilder digits = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (word.matches("\\d{4}")) {
                digits.append(word);
                continue;
            }
            Integer digit = word.matches("\\d") ? Integer.valueOf(word) : values.get(word);
            if (digit == null || digit > 9) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        return digits.length() < 2 || digits.length() > 9
                ? Optional.empty()
                : Optional.of(Integer.valueOf(digits.toString()));
    }

    private static String word(String language, int number, List<String> small, List<String> tens) {
        if (number < 20) {
            return small.get(number);
        }
        String ten = tens.get(number / 10 - 2);
        int one = number % 10;
        return switch (language) {
            case "de" -> one == 0 ? ten : (one == 1 ? "ein" : small.get(one)) + "und" + ten;
            case "fr" -> french(number, ten, small);
            case "es" ->
                one == 0 ? ten : number < 30 ? "veinti" + accented(small.get(one)) : ten + " y " + small.get(one);
            case "it" ->
                one == 0 ? ten : (one == 1 || one == 8 ? ten.substring(0, ten.length() - 1) : ten) + small.get(one);
            default -> one == 0 ? ten : ten + " " + small.get(one);
        };
    }

    private static String french(int number, String ten, List<String> small) {
        int base = number < 70 ? number / 10 * 10 : number < 80 ? 60 : 80;
        int rest = number - base;
        if (rest == 0) {
            return number == 80 ? "quatre-vingts" : ten;
        }
        boolean joined = (rest == 1 && base < 80) || number == 71;
        return ten + (joined ? " et " : "-") + small.get(rest);
    }

    /** Spanish writes twenty-two, -three and -six with an accent; nobody hears the difference. */
    private static String accented(String one) {
        return one.replace("dos", "dós").replace("tres", "trés").replace("seis", "séis");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("(?<=\\p{L})-(?=\\p{L})", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static List<String> list(String words) {
        return List.of(words.split(" "));
    }
}
