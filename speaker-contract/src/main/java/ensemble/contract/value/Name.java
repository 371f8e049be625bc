package ensemble.contract.value;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * What people call a thing. Shown, spoken and matched; never a key.
 *
 * @param text 1 to 40 bytes of UTF-8 in NFC, no control characters, no outer white space
 */
public record Name(String text) {
    /** Bounds the shadow documents: sixteen speakers and sixteen groups must fit into 4 KB. */
    public static final int MOST_BYTES = 40;

    /** @throws IllegalArgumentException if the text breaks the rule */
    public Name {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException("a name needs 1 to " + MOST_BYTES + " bytes of text, not " + bytes);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name must not hold control characters");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
