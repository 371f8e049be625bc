package ensemble.skill.voice;

import ensemble.contract.value.Name;
import java.util.Optional;

/** A name as it was heard, fit to be kept. */
final class SpokenNames {
    private SpokenNames() {}

    /** With a capital, because recognition gives none; empty for what can be no name. */
    static Optional<Name> of(String heard) {
        String text = heard.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int first = text.codePointAt(0);
            return Optional.of(new Name(
                    Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first))));
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }
}
