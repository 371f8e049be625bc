package ensemble.contract.state;

import ensemble.contract.value.LinkKey;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The question that a box is to put to whoever stands at it.
 *
 * @param claim names the question: 1 to 32 of A-Z, a-z, 0-9, '-' and '_'
 * @param key of the code that somebody said; the question is void once the box shows another
 * @param number 10 to 99, which Alexa has told to whoever asked: a stranger's question bears another
 */
public record LinkAsk(String claim, LinkKey key, int number) {
    /** How long the question may be answered, counted by the server from when it was asked. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    /** @throws IllegalArgumentException if a value breaks its rule */
    public LinkAsk {
        if (!ALLOWED.matcher(claim).matches()) {
            throw new IllegalArgumentException("a claim is 1 to 32 of A-Z, a-z, 0-9, '-' and '_'");
        }
        if (number < 10 || number > 99) {
            throw new IllegalArgumentException("a number to compare is 10 to 99, not " + number);
        }
    }
}
