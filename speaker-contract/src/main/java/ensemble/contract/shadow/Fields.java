package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads fields of our own documents. Unknown fields are left alone; a known field of the wrong kind is an error that
 * names it, because guessing at a wish may start sound in the night.
 */
final class Fields {
    private Fields() {}

    /** A value's own check, which may refuse it. */
    interface Maker<T> {
        T make(String text);
    }

    static JsonNode object(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isObject()) {
            throw wrong(field, "an object", node);
        }
        return node;
    }

    /** An object, or nothing: the shadow service keeps no object without members. */
    static JsonNode objectIfAny(JsonNode parent, String field) throws ShadowFormatException {
        return absent(parent, field) ? JsonNodeFactory.instance.objectNode() : object(parent, field);
    }

    static JsonNode array(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isArray()) {
            throw wrong(field, "an array", node);
        }
        return node;
    }

    static long whole(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(field, "a whole number", node);
        }
        return node.longValue();
    }

    static int small(JsonNode parent, String field) throws ShadowFormatException {
        return (int) Math.clamp(whole(parent, field), Integer.MIN_VALUE, (long) Integer.MAX_VALUE);
    }

    static double number(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isNumber()) {
            throw wrong(field, "a number", node);
        }
        return node.doubleValue();
    }

    static boolean flag(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isBoolean()) {
            throw wrong(field, "true or false", node);
        }
        return node.booleanValue();
    }

    static String text(JsonNode parent, String field) throws ShadowFormatException {
        JsonNode node = parent.path(field);
        if (!node.isTextual()) {
            throw wrong(field, "a text", node);
        }
        return node.textValue();
    }

    static Optional<String> textIfAny(JsonNode parent, String field) throws ShadowFormatException {
        return absent(parent, field) ? Optional.empty() : Optional.of(text(parent, field));
    }

    static Instant instant(JsonNode parent, String field) throws ShadowFormatException {
        String text = text(parent, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notIso) {
            throw new ShadowFormatException(field + " must be an ISO-8601 UTC time, not '" + text + "'", notIso);
        }
    }

    static <T> T made(String field, String text, Maker<T> maker) throws ShadowFormatException {
        try {
            return maker.make(text);
        } catch (IllegalArgumentException refused) {
            throw new ShadowFormatException(field + ": " + refused.getMessage(), refused);
        }
    }

    static boolean absent(JsonNode parent, String field) {
        JsonNode node = parent.path(field);
        return node.isMissingNode() || node.isNull();
    }

    private static ShadowFormatException wrong(String field, String wanted, JsonNode got) {
        return new ShadowFormatException(
                field + " must be " + wanted + ", not " + (got.isMissingNode() ? "missing" : got.toString()));
    }
}
