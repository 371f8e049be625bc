package ensemble.skill.voice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A yes-or-no question that is open, as the session carries it from one request to the next.
 *
 * @param what it is about
 * @param about what a yes needs to know: ids and plain text, never a token
 */
record Asked(What what, Map<String, String> about) {
    private static final String WHAT = "what";

    /** What a yes would do. */
    enum What {
        CREATE_GROUP,
        RENAME_GROUP,
        DELETE_GROUP,
        PAIR,
        OFFER_ROUTINE,
        GUIDE,
        BOX_CONFIRMED
    }

    Asked {
        about = Map.copyOf(about);
    }

    String about(String key) {
        return Optional.ofNullable(about.get(key))
                .orElseThrow(() -> new IllegalStateException(what + " was asked without its " + key));
    }

    Map<String, Object> attribute() {
        Map<String, Object> attribute = new HashMap<>(about);
        attribute.put(WHAT, what.name());
        return attribute;
    }

    /** Empty for anything but what {@link #attribute} gave: a session comes from outside. */
    static Optional<Asked> of(Object attribute) {
        if (!(attribute instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, String> about = new HashMap<>();
        map.forEach((key, value) -> about.put(String.valueOf(key), String.valueOf(value)));
        String name = String.valueOf(about.remove(WHAT));
        for (What what : What.values()) {
            if (what.name().equals(name)) {
                return Optional.of(new Asked(what, about));
            }
        }
        return Optional.empty();
    }
}
