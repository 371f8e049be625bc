package ensemble.house.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The state after a patch: only the fields given change, null removes, arrays are replaced whole. An object left without
 * members is not kept, so a section that loses its last field is gone.
 *
 * @param state a new tree
 * @param metadata a new tree of the same shape
 */
record Merge(ObjectNode state, ObjectNode metadata) {

    static Merge of(ObjectNode state, ObjectNode metadata, ObjectNode patch, long now) {
        Merge merge = new Merge(state.deepCopy(), metadata.deepCopy());
        apply(merge.state, merge.metadata, patch, now);
        return merge;
    }

    /** The metadata of a value: a timestamp at every leaf, an array of them for an array. */
    static JsonNode stamp(JsonNode value, long now) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof ObjectNode object) {
            ObjectNode stamps = nodes.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                stamps.set(field.getKey(), stamp(field.getValue(), now));
            }
            return stamps;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode stamps = nodes.arrayNode(array.size());
            array.forEach(element -> stamps.add(stamp(element, now)));
            return stamps;
        }
        return nodes.objectNode().put("timestamp", now);
    }

    private static void apply(ObjectNode state, ObjectNode metadata, ObjectNode patch, long now) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value instanceof ObjectNode object) {
                applyObject(state, metadata, name, object, now);
            } else if (value.isNull()) {
                state.remove(name);
                metadata.remove(name);
            } else {
                state.set(name, value.deepCopy());
                metadata.set(name, stamp(value, now));
            }
        }
    }

    private static void applyObject(ObjectNode state, ObjectNode metadata, String name, ObjectNode patch, long now) {
        ObjectNode child = state.get(name) instanceof ObjectNode known ? known : state.putObject(name);
        ObjectNode stamps = metadata.get(name) instanceof ObjectNode known && !isLeaf(known, child)
                ? known
                : metadata.putObject(name);
        apply(child, stamps, patch, now);
        if (child.isEmpty()) {
            state.remove(name);
            metadata.remove(name);
        }
    }

    /** Where a value gave way to an object, its {@code {"timestamp": n}} must not become a member. */
    private static boolean isLeaf(ObjectNode stamps, ObjectNode state) {
        return state.isEmpty() && stamps.path("timestamp").isNumber();
    }
}
