package ensemble.house.room;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a request's JSON says, with errors that name the field. */
final class Body {
    private final JsonNode json;

    /** @param known every field the request may have */
    Body(JsonNode json, Set<String> known) throws RoomException {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw RoomException.wrongRequest("the request must be a JSON object");
        }
        this.json = json;
        for (String field : (Iterable<String>) json::fieldNames) {
            if (!known.contains(field)) {
                throw RoomException.wrongRequest("there is no field '" + field + "' here; there are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    @Nullable
    Double number(String field) throws RoomException {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw RoomException.wrongRequest(field + " must be a number, not " + value);
        }
        return value.doubleValue();
    }

    double needNumber(String field) throws RoomException {
        Double value = number(field);
        if (value == null) {
            throw RoomException.wrongRequest(field + " is missing");
        }
        return value;
    }

    boolean flag(String field) throws RoomException {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw RoomException.wrongRequest(field + " must be true or false, not " + value);
        }
        return value.booleanValue();
    }

    @Nullable
    String text(String field) throws RoomException {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw RoomException.wrongRequest(field + " must be a text, not " + value);
        }
        return value.textValue();
    }

    String needText(String field) throws RoomException {
        String value = text(field);
        if (value == null) {
            throw RoomException.wrongRequest(field + " is missing");
        }
        return value;
    }

    String oneOf(String field, List<String> words) throws RoomException {
        String value = text(field);
        if (value == null) {
            return words.getFirst();
        }
        if (!words.contains(value)) {
            throw RoomException.wrongRequest(field + " must be one of " + String.join(", ", words) + ", not " + value);
        }
        return value;
    }

    /** An absolute path: the room's own working directory is not the asker's. */
    @Nullable
    Path path(String field) throws RoomException {
        String value = text(field);
        if (value == null) {
            return null;
        }
        try {
            Path path = Path.of(value);
            if (!path.isAbsolute()) {
                throw RoomException.wrongRequest(field + " must be an absolute path, not " + value);
            }
            return path;
        } catch (InvalidPathException e) {
            throw RoomException.wrongRequest(field + " is not a path: " + e.getReason());
        }
    }

    Path needPath(String field) throws RoomException {
        Path value = path(field);
        if (value == null) {
            throw RoomException.wrongRequest(field + " is missing");
        }
        return value;
    }
}
