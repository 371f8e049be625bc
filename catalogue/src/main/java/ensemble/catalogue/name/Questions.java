package ensemble.catalogue.name;

import java.util.Optional;

/** What can be taken for a question at all. Pure. */
public final class Questions {
    private static final int LONGEST = 120;

    private Questions() {}

    /** Why this text cannot be looked up, in one line; empty if it can. */
    public static Optional<String> fault(String text) {
        if (text.isBlank()) {
            return Optional.of("it is empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        if (text.chars().anyMatch(c -> c == '<' || c == '>' || c == '{' || c == '}' || Character.isISOControl(c))) {
            return Optional.of("it holds markup or control characters");
        }
        if (text.codePoints().anyMatch(Questions::foreign)) {
            return Optional.of("it must be in Latin letters");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("it holds neither letters nor digits");
        }
        return Optional.empty();
    }

    private static boolean foreign(int codePoint) {
        return (Character.isLetter(codePoint) && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.LATIN)
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED;
    }
}
