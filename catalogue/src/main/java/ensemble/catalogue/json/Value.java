package ensemble.catalogue.json;

import java.util.List;
import java.util.Map;

/** One JSON value and the line it starts on (from 1). */
public sealed interface Value {
    int line();

    /** How a person would call this kind of value. */
    default String kind() {
        return switch (this) {
            case Table table -> "an object";
            case Row row -> "a list";
            case Text text -> "text";
            case Num num -> "a number";
            case Flag flag -> "true or false";
            case Nothing nothing -> "null";
        };
    }

    /** A JSON object, in the order written. */
    record Table(int line, Map<String, Value> fields) implements Value {}

    record Row(int line, List<Value> values) implements Value {}

    record Text(int line, String text) implements Value {}

    record Num(int line, double number) implements Value {}

    record Flag(int line, boolean set) implements Value {}

    record Nothing(int line) implements Value {}
}
