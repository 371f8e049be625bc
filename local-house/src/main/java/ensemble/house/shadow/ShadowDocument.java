package ensemble.house.shadow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * One shadow as it is kept.
 *
 * @param state at most {@code desired} and {@code reported}, neither of them empty; not to be changed
 * @param metadata the same shape with a {@code {"timestamp": seconds}} at every leaf; not to be changed
 * @param version 0 before the first update, then one more at each accepted one
 * @param timestamp of the last change, seconds since 1970
 * @param deleted whether only its version is remembered
 */
public record ShadowDocument(ObjectNode state, ObjectNode metadata, long version, long timestamp, boolean deleted) {

    /** How long a deleted shadow's version is remembered, in seconds. */
    static final long MEMORY_OF_DELETED = 48 * 3600;

    static final ShadowDocument NONE = new ShadowDocument(empty(), empty(), 0, 0, true);

    /** What differs between the sections: see {@link Delta}. */
    public Delta delta() {
        return Delta.of(this);
    }

    ShadowDocument updated(ObjectNode patch, long now) {
        long from = deleted && now - timestamp > MEMORY_OF_DELETED ? 0 : version;
        Merge merged = Merge.of(state, metadata, patch, now);
        return new ShadowDocument(merged.state(), merged.metadata(), from + 1, now, false);
    }

    ShadowDocument erased(long now) {
        return new ShadowDocument(empty(), empty(), version, now, true);
    }

    /** Bytes that count against the limit: the state without its metadata. */
    int size() {
        return state.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** {@code state}, {@code metadata} and {@code version}, as in a {@code /documents} message. */
    ObjectNode snapshot() {
        ObjectNode snapshot = empty();
        snapshot.set("state", state);
        snapshot.set("metadata", metadata);
        snapshot.put("version", version);
        return snapshot;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
