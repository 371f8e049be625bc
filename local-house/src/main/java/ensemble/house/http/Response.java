package ensemble.house.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answer.
 *
 * @param status 200 to 599
 * @param headers without the length, which is added
 * @param body may be empty; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // An answer is never compared; copying its body would only cost.
public record Response(int status, Map<String, String> headers, byte[] body) {

    /** A JSON document. */
    public static Response json(int status, JsonNode document) {
        return of(status, "application/json", document.toString());
    }

    /** Text of a media type, as UTF-8. */
    public static Response of(int status, String type, String text) {
        return new Response(status, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code {"error": sentence}}. */
    public static Response error(int status, String sentence) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    /** The same with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
