package ensemble.house.alexa;

import java.util.Set;
import java.util.TreeSet;

/** The skill does not speak that language. */
public final class UnknownLocaleException extends Exception {
    private static final long serialVersionUID = 1;

    UnknownLocaleException(String asked, Set<String> known) {
        super("the skill has no model for '" + asked + "'; it has " + String.join(", ", new TreeSet<>(known)));
    }
}
