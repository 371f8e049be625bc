package ensemble.gateway.act;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the latest tasks, by number. The oldest is forgotten, whatever its number is: numbers that count down stand
 * beside others that count up. Not safe between threads.
 */
public final class Recent<V> {
    /** More than a wish brings at once, and a person asks for meanwhile. */
    private static final int MOST = 8;

    private final Map<Long, V> known = new LinkedHashMap<>();

    public void put(long n, V value) {
        known.put(n, value);
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /** Empty for one that never was, or is forgotten. */
    public Optional<V> get(long n) {
        return Optional.ofNullable(known.get(n));
    }

    public Collection<V> values() {
        return known.values();
    }
}
