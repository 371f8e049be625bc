package ensemble.house.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Every desired field that is missing in the reported section or differs from it, with its path; what is only reported is
 * left out.
 *
 * @param state the differing part of desired; empty if there is none
 * @param metadata desired's stamps of that part
 */
public record Delta(ObjectNode state, ObjectNode metadata) {

    static Delta of(ShadowDocument document) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        collect(
                document.state().path("desired"),
                document.state().path("reported"),
                document.metadata().path("desired"),
                new Delta(state, metadata));
        return new Delta(state, metadata);
    }

    /** Whether desired and reported agree in all that is desired. */
    public boolean isEmpty() {
        return state.isEmpty();
    }

    private static void collect(JsonNode desired, JsonNode reported, JsonNode stamps, Delta into) {
        for (Map.Entry<String, JsonNode> field : desired.properties()) {
            String name = field.getKey();
            JsonNode wanted = field.getValue();
            JsonNode actual = reported.path(name);
            if (wanted instanceof ObjectNode && actual instanceof ObjectNode) {
                Delta nested = new Delta(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
                collect(wanted, actual, stamps.path(name), nested);
                if (!nested.isEmpty()) {
                    into.state.set(name, nested.state);
                    into.metadata.set(name, nested.metadata);
                }
            } else if (!same(wanted, actual)) {
                into.state.set(name, wanted);
                into.metadata.set(name, stamps.path(name));
            }
        }
    }

    /** 1 and 1.0 are the same number; everything else is compared as it is written. */
    private static boolean same(JsonNode wanted, JsonNode actual) {
        if (wanted.isNumber() && actual.isNumber()) {
            return wanted.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        if (wanted instanceof ArrayNode left && actual instanceof ArrayNode right) {
            return left.equals(ComparableNumbers.INSTANCE, right);
        }
        return wanted.equals(actual);
    }

    private enum ComparableNumbers implements java.util.Comparator<JsonNode> {
        INSTANCE;

        @Override
        public int compare(JsonNode left, JsonNode right) {
            if (left.equals(right)) {
                return 0;
            }
            return left.isNumber() && right.isNumber() ? left.decimalValue().compareTo(right.decimalValue()) : 1;
        }
    }
}
