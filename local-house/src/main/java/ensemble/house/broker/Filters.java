package ensemble.house.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The topic filters of one session. Needed for one rule of MQTT that Moquette lacks: a filter that begins with a wildcard
 * does not match topics that begin with {@code $}.
 */
final class Filters {
    private final Set<String> filters = ConcurrentHashMap.newKeySet();

    void add(String filter) {
        filters.add(filter);
    }

    void remove(String filter) {
        filters.remove(filter);
    }

    void clear() {
        filters.clear();
    }

    /** Whether a message that the broker wants to deliver was really asked for. */
    boolean want(String topic) {
        return !topic.startsWith("$") || filters.stream().anyMatch(filter -> matches(filter, topic));
    }

    /** MQTT 3.1.1 section 4.7. */
    static boolean matches(String filter, String topic) {
        if (topic.startsWith("$") && (filter.startsWith("#") || filter.startsWith("+"))) {
            return false;
        }
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            if (i >= levels.length || !(wanted[i].equals("+") || wanted[i].equals(levels[i]))) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
