package ensemble.gateway.bluetooth.bluez;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The properties of one D-Bus interface of one object, read tolerantly: what is missing or of another kind is absent. */
record Face(Map<String, Object> properties) {
    static Optional<Face> of(Map<String, Map<String, Object>> faces, String name) {
        return Optional.ofNullable(faces.get(name)).map(Face::new);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(properties.get(name));
    }

    Optional<String> text(String name) {
        return properties.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    OptionalInt number(String name) {
        return properties.get(name) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    /** An unsigned byte; the library has only signed ones. */
    OptionalInt octet(String name) {
        OptionalInt number = number(name);
        return number.isPresent() ? OptionalInt.of(number.getAsInt() & 0xff) : number;
    }

    List<String> texts(String name) {
        return properties.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    byte[] bytes(String name) {
        if (!(properties.get(name) instanceof List<?> list)) {
            return new byte[0];
        }
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i) instanceof Number number ? number.byteValue() : 0;
        }
        return bytes;
    }

    /** A dictionary within the interface, as a track's. */
    Face inner(String name) {
        Map<String, Object> inner = new java.util.LinkedHashMap<>();
        if (properties.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value != null) {
                    inner.put(String.valueOf(key), value);
                }
            });
        }
        return new Face(inner);
    }
}
