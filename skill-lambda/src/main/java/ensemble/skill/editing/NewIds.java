package ensemble.skill.editing;

import ensemble.contract.value.Name;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids for new things, made from their names so that logs can be read; the same name makes the same id. */
final class NewIds {
    private static final int MOST = 20;
    private static final Pattern NOT_ALLOWED = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER = Pattern.compile("^-+|-+$");

    private NewIds() {}

    /** @param otherwise what to call it if nothing of the name fits into an id */
    static String of(Name name, String otherwise, Set<String> taken) {
        String plain = trimmed(NOT_ALLOWED.matcher(NameRules.key(name.text())).replaceAll("-"), MOST);
        String base = plain.isEmpty() ? otherwise : plain;
        String id = base;
        for (int number = 2; taken.contains(id); number++) {
            String tail = "-" + number;
            id = trimmed(base, MOST - tail.length()) + tail;
        }
        return id;
    }

    private static String trimmed(String text, int most) {
        String inner = OUTER.matcher(text).replaceAll("");
        return OUTER.matcher(inner.substring(0, Math.min(most, inner.length()))).replaceAll("");
    }
}
