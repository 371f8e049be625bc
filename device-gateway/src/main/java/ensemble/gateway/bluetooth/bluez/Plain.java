package ensemble.gateway.bluetooth.bluez;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** Turns the library's values into strings, numbers, booleans, lists and maps. */
final class Plain {
    private Plain() {}

    /** The answer of {@code GetManagedObjects}: path, interface, property, value. */
    static Map<String, Map<String, Map<String, Object>>> tree(Object managed) {
        return map(managed, faces -> map(faces, properties -> map(properties, Plain::value)));
    }

    private static <T> Map<String, T> map(Object from, Function<Object, T> value) {
        Map<String, T> plain = new LinkedHashMap<>();
        if (from instanceof Map<?, ?> entries) {
            entries.forEach((key, content) -> plain.put(String.valueOf(value(key)), value.apply(content)));
        }
        return plain;
    }

    static Object value(Object from) {
        return switch (from) {
            case Variant<?> variant -> value(variant.getValue());
            case DBusPath path -> path.getPath();
            case Map<?, ?> map -> map(map, Plain::value);
            case List<?> list -> list.stream().map(Plain::value).toList();
            case byte[] bytes -> bytes(bytes);
            case Object[] array -> List.of(array).stream().map(Plain::value).toList();
            default -> from;
        };
    }

    private static List<Object> bytes(byte[] bytes) {
        List<Object> list = new ArrayList<>(bytes.length);
        for (byte one : bytes) {
            list.add(one & 0xff);
        }
        return list;
    }
}
