package ensemble.house.alexa;

import java.util.Map;
import java.util.Optional;

/** Numbers from 0 to 100 as English speaks them. */
final class SpokenNumber {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90),
            Map.entry("hundred", 100));

    private SpokenNumber() {}

    /** Digits, a word, or tens and ones; empty for all else. */
    static Optional<Integer> of(String text) {
        String plain = text.replace('-', ' ')
                .replaceFirst("^(?:one|a) hundred$", "hundred")
                .strip();
        if (plain.matches("\\d{1,3}")) {
            return Optional.of(Integer.valueOf(plain));
        }
        int sum = 0;
        for (String word : plain.split(" ", -1)) {
            Integer value = WORDS.get(word);
            if (value == null) {
                return Optional.empty();
            }
            sum += value;
        }
        return Optional.of(sum);
    }
}
