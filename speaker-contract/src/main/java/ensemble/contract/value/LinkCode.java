package ensemble.contract.value;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a box that waits to be linked shows, and its owner reads to Alexa: eight digits, said as two groups of four. No group begins
 * with a zero, which a recognizer of numbers would swallow; 81 million codes are left. Secret for as long as it lives: never logged,
 * and in a shadow or a table only as its {@link LinkKey}.
 *
 * @param digits eight of 0-9, the first and the fifth not 0
 */
public record LinkCode(String digits) {
    /** How many codes there are. */
    public static final long MANY = 9_000L * 9_000L;

    /** How long a code may be used, once. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException for anything else than such digits; the message does not repeat them */
    public LinkCode {
        if (!isGroup(first(digits)) || !isGroup(digits.substring(4))) {
            throw new IllegalArgumentException("a code is two groups of four digits, neither beginning with 0");
        }
    }

    private static String first(String digits) {
        return digits.length() < 4 ? "" : digits.substring(0, 4);
    }

    /** Whether this is one of a code's two groups. */
    public static boolean isGroup(String digits) {
        return digits.matches("[1-9][0-9]{3}");
    }

    /** What somebody said, if it is a code; blanks between its digits do not count. */
    public static Optional<LinkCode> heard(String said) {
        String digits = said.replaceAll("[\\s-]", "");
        return digits.length() == 8 && isGroup(digits.substring(0, 4)) && isGroup(digits.substring(4))
                ? Optional.of(new LinkCode(digits))
                : Optional.empty();
    }

    /** @param random one that nobody can foretell */
    public static LinkCode drawn(RandomGenerator random) {
        return new LinkCode(String.valueOf(random.nextInt(1_000, 10_000)) + random.nextInt(1_000, 10_000));
    }

    /** As a person reads it. */
    public String shown() {
        return digits.substring(0, 4) + " " + digits.substring(4);
    }

    @Override
    public String toString() {
        return "LinkCode[not shown]";
    }
}
