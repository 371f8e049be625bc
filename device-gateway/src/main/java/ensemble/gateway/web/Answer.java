package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a handler answers with. */
public sealed interface Answer {
    /** An answer that is known now. */
    static Whole json(int status, JsonNode body) {
        return new Whole(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** An error for people: {@code {"error": sentence}}. */
    static Whole error(int status, String sentence) {
        return json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    /**
     * @param headers what is said beside the type and the safety headers that every answer bears
     */
    @SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
    record Whole(int status, String type, byte[] body, Map<String, String> headers) implements Answer {}

    /** Goes on until the reader leaves or the page ends. */
    record Going(String type, Writer writer) implements Answer {}

    /** Writes for as long as it likes; on the request's own thread. */
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }
}
