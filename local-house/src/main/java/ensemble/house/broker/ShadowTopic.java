package ensemble.house.broker;

import ensemble.house.shadow.ShadowAction;
import ensemble.house.shadow.ShadowKey;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic on which a shadow is asked something.
 *
 * @param key which shadow; its names are not judged yet
 * @param action what
 */
record ShadowTopic(ShadowKey key, ShadowAction action) {
    private static final Pattern REQUEST =
            Pattern.compile("\\$aws/things/([^/]+)/shadow(?:/name/([^/]+))?/(get|update|delete)");

    static Optional<ShadowTopic> parse(String topic) {
        Matcher found = REQUEST.matcher(topic);
        if (!found.matches()) {
            return Optional.empty();
        }
        ShadowAction action =
                switch (found.group(3)) {
                    case "get" -> ShadowAction.GET;
                    case "update" -> ShadowAction.UPDATE;
                    default -> ShadowAction.DELETE;
                };
        return Optional.of(new ShadowTopic(new ShadowKey(found.group(1), found.group(2)), action));
    }

    /** The topic of the answer. */
    String answered(String how) {
        return key.topic() + "/" + action.name().toLowerCase(Locale.ROOT) + "/" + how;
    }
}
