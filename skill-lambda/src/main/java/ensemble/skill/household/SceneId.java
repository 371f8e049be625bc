package ensemble.skill.household;

import java.util.regex.Pattern;

/**
 * A saved scene of a house.
 *
 * @param value 1 to 20 of a-z, 0-9 and inner '-'
 */
public record SceneId(String value) implements Comparable<SceneId> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?");

    /** @throws IllegalArgumentException if the value breaks the rule */
    public SceneId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a scene id is 1 to 20 of a-z, 0-9 and inner '-'");
        }
    }

    @Override
    public int compareTo(SceneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
