package ensemble.house.broker;

import java.util.List;

/** AWS IoT's limits on topics, payloads and subscriptions. */
final class TopicRules {
    static final int MAX_PAYLOAD_BYTES = 128 * 1024;
    private static final int MAX_TOPIC_BYTES = 256;
    private static final int MAX_SLASHES = 7;
    private static final int MAX_FILTERS = 8;

    private TopicRules() {}

    /** Clients publish on topics of their own, or a shadow request; everything else under {@code $} is AWS's. */
    static boolean mayBePublished(String topic) {
        return fits(topic)
                && (!topic.startsWith("$") || ShadowTopic.parse(topic).isPresent());
    }

    static boolean mayBeSubscribed(List<String> filters) {
        return filters.size() <= MAX_FILTERS && filters.stream().allMatch(TopicRules::fits);
    }

    private static boolean fits(String topic) {
        return !topic.isEmpty()
                && topic.length() <= MAX_TOPIC_BYTES
                && topic.chars().filter(c -> c == '/').count() <= MAX_SLASHES;
    }
}
