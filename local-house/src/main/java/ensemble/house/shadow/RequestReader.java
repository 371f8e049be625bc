package ensemble.house.shadow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and judges request bodies, in the order in which AWS finds faults. */
final class RequestReader {
    private static final int MAX_DEPTH = 6;
    private static final int MAX_TOKEN_BYTES = 64;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RequestReader() {}

    static UpdateRequest update(byte[] body) {
        Object read = json(body);
        if (read instanceof Fault fault) {
            return new UpdateRequest.Invalid(fault, null);
        }
        JsonNode root = (JsonNode) read;
        JsonNode token = root.path("clientToken");
        String clientToken = token.isTextual() ? token.textValue() : null;
        Optional<Fault> fault = updateFault(root);
        if (fault.isPresent()) {
            return new UpdateRequest.Invalid(fault.get(), fault.get().equals(Fault.INVALID_TOKEN) ? null : clientToken);
        }
        ObjectNode patch = root.get("state") instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode().putNull("desired").putNull("reported");
        JsonNode version = root.path("version");
        return new UpdateRequest.Valid(patch, version.isIntegralNumber() ? version.longValue() : null, clientToken);
    }

    /** The token of a get or delete body, which may be empty; an unreadable body is a fault. */
    static UpdateRequest plain(byte[] body) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (body.length == 0) {
            return new UpdateRequest.Valid(nothing, null, null);
        }
        Object read = json(body);
        if (read instanceof Fault fault) {
            return new UpdateRequest.Invalid(fault, null);
        }
        JsonNode token = ((JsonNode) read).path("clientToken");
        return validToken(token)
                ? new UpdateRequest.Valid(nothing, null, token.textValue())
                : new UpdateRequest.Invalid(Fault.INVALID_TOKEN, null);
    }

    /** A {@link JsonNode} that is an object, or the {@link Fault}. */
    private static Object json(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode root = JSON.readTree(text);
            return root.isObject() ? root : Fault.INVALID_JSON;
        } catch (CharacterCodingException notUtf8) {
            return Fault.NOT_UTF8;
        } catch (JsonProcessingException notJson) {
            return Fault.INVALID_JSON;
        }
    }

    private static Optional<Fault> updateFault(JsonNode root) {
        JsonNode state = root.path("state");
        JsonNode version = root.path("version");
        if (!validToken(root.path("clientToken"))) {
            return Optional.of(Fault.INVALID_TOKEN);
        }
        if (state.isMissingNode()) {
            return Optional.of(Fault.STATE_MISSING);
        }
        if (!state.isObject() && !state.isNull()) {
            return Optional.of(Fault.STATE_NOT_OBJECT);
        }
        if (!isAbsent(version)
                && !(version.isIntegralNumber() && version.canConvertToLong() && version.asLong() >= 0)) {
            return Optional.of(Fault.INVALID_VERSION);
        }
        for (Map.Entry<String, JsonNode> section : state.properties()) {
            Fault fault = sectionFault(section.getKey(), section.getValue());
            if (fault != null) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Fault sectionFault(String name, JsonNode section) {
        boolean desired = name.equals("desired");
        if (!desired && !name.equals("reported")) {
            return Fault.INVALID_NODE;
        }
        if (!section.isObject() && !section.isNull()) {
            return desired ? Fault.DESIRED_NOT_OBJECT : Fault.REPORTED_NOT_OBJECT;
        }
        if (depth(section) > MAX_DEPTH) {
            return Fault.TOO_DEEP;
        }
        return hasNullInArray(section) ? Fault.INVALID_NODE : null;
    }

    /** Levels of objects and arrays, the section itself being the first. */
    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }

    private static boolean hasNullInArray(JsonNode node) {
        for (JsonNode child : node) {
            if ((node.isArray() && child.isNull()) || hasNullInArray(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean validToken(JsonNode token) {
        if (!token.isTextual()) {
            return isAbsent(token);
        }
        return token.textValue().getBytes(StandardCharsets.UTF_8).length <= MAX_TOKEN_BYTES;
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
