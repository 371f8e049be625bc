package ensemble.contract.id;

import java.util.regex.Pattern;

/** The one rule for ids: 1 to 20 characters of {@code a-z 0-9 -}, safe in a topic and in a table key. */
final class Ids {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?");

    private Ids() {}

    static String checked(String kind, String value) {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    kind + " id must be 1 to 20 of a-z, 0-9 and inner '-', not '" + shortened(value) + "'");
        }
        return value;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 57) + "...";
    }
}
