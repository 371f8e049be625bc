package ensemble.house.shadow;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which shadow: a thing's classic one, or one of its named ones.
 *
 * @param thing the thing's name as the caller wrote it; {@link #fault()} judges it
 * @param name the shadow's name, null for the classic shadow
 */
public record ShadowKey(String thing, @Nullable String name) implements Comparable<ShadowKey> {
    private static final Pattern THING = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final Pattern NAME = Pattern.compile("[$a-zA-Z0-9:_-]{1,64}");
    private static final Comparator<ShadowKey> ORDER =
            Comparator.comparing(ShadowKey::thing).thenComparing(key -> key.name == null ? "" : key.name);

    /** The prefix of all this shadow's topics, without a slash at the end. */
    public String topic() {
        String classic = "$aws/things/" + thing + "/shadow";
        return name == null ? classic : classic + "/name/" + name;
    }

    /** The name that AWS puts into its messages: the shadow's, or the thing's for the classic shadow. */
    public String shown() {
        return name == null ? thing : name;
    }

    /** What is wrong with the names, if anything. */
    public Optional<Fault> fault() {
        if (!THING.matcher(thing).matches()) {
            return Optional.of(new Fault(400, "Invalid thing name"));
        }
        if (name != null && !NAME.matcher(name).matches()) {
            return Optional.of(new Fault(400, "Invalid shadow name"));
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(ShadowKey other) {
        return ORDER.compare(this, other);
    }
}
