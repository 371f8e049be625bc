package ensemble.catalogue.complete;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text measures, lists and names. */
final class Extract {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.])[-]?(\\d+(?:\\.\\d+)?)(?:\\s?(?:–|-|±|to|→)\\s?(\\d+(?:\\.\\d+)?))?\\s?-?"
                    + "(ms|kHz|GHz|Hz|dBm|dB|%|seconds?\\b|s\\b|hours?\\b|h\\b|min\\b|minutes?\\b|feet\\b|ft\\b"
                    + "|meters?\\b|m\\b|kbps|Mbps|GB|bit)");
    private static final Pattern DOLLARS = Pattern.compile("\\$(\\d+)");
    private static final Pattern VERSION =
            Pattern.compile("(?:SPK-[A-Z0-9]+-V|\\bv)?(?<![\\w.])(\\d+\\.\\d+\\.\\d+)|SPK-[A-Z0-9]+-V[\\d.]+\\d");
    private static final Pattern CELL = Pattern.compile("(?<![\\w.])(\\d+(?:\\.\\d+)?)(?![\\w.])");
    private static final Pattern PRODUCT = Pattern.compile(
            "(?:JBL|Bose|Sonos|Marshall|UE|Ultimate Ears|Anker Sound[cC]ore|Tribit|TaoTronics|SoundPEATS|Sennheiser"
                    + "|Devialet|Klipsch|Edifier|Audioengine|Bowers & Wilkins|Avantree|1Mii|Mi|Redmi|Pixel|Galaxy"
                    + "|Naim|Raspberry|Echo|AirPods)"
                    + "(?: (?:[A-Z0-9][A-Za-z0-9+-]*|\\(\\d(?:st|nd|rd|th) gen\\)|\\(2023\\)|v2))+");
    private static final Map<String, String> UNITS = Map.of(
            "seconds", "s", "second", "s", "hours", "h", "hour", "h", "feet", "ft", "meters", "m", "meter", "m",
            "minutes", "min");

    private Extract() {}

    /** Numbers with units, money and versions, as {@code 12 ms}. */
    static Set<String> numbers(String text) {
        Set<String> found = new TreeSet<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            String unit = UNITS.getOrDefault(number.group(3), number.group(3));
            found.add(plain(number.group(1)) + " " + unit);
            if (number.group(2) != null) {
                found.add(plain(number.group(2)) + " " + unit);
            }
        }
        Matcher dollars = DOLLARS.matcher(text);
        while (dollars.find()) {
            found.add(dollars.group(1) + " USD");
        }
        Matcher version = VERSION.matcher(text);
        while (version.find()) {
            String whole = version.group();
            found.add("version " + (whole.startsWith("SPK") ? whole : version.group(1)));
        }
        return found;
    }

    /** Bare numbers of a table's cells after the first. */
    static Set<String> cells(String row) {
        Set<String> found = new TreeSet<>();
        String[] cells = row.split("\\|");
        for (int i = 2; i < cells.length; i++) {
            Matcher cell = CELL.matcher(cells[i].replace("–", " ").replace("±", " "));
            while (cell.find()) {
                found.add(plain(cell.group(1)));
            }
        }
        return found;
    }

    static Set<String> products(String text) {
        Set<String> found = new TreeSet<>();
        Matcher product = PRODUCT.matcher(text);
        while (product.find()) {
            found.add(product.group());
        }
        return found;
    }

    /** Every key of one article. */
    static Set<String> keys(String article, String text) {
        Set<String> keys = new TreeSet<>();
        numbers(text).forEach(number -> keys.add(article + ";number;" + number));
        products(text).forEach(product -> keys.add(article + ";product;" + product));
        boolean head = true;
        for (String line : text.lines().toList()) {
            if (!line.startsWith("|")) {
                head = true;
            } else if (head) {
                head = false;
            } else if (!line.startsWith("|---")) {
                keys.add(article + ";row;" + line.split("\\|")[1].strip());
                cells(line).forEach(cell -> keys.add(article + ";cell;" + cell));
            }
        }
        return keys;
    }

    static String plain(String number) {
        return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
