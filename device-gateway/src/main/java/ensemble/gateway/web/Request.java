package ensemble.gateway.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/**
 * A request that was let in.
 *
 * @param path what was asked for
 * @param query what stood behind the question mark, as it came; empty if nothing did
 * @param body at most as long as its route takes
 * @param session the cookie of a session, whether it holds or not
 * @param mayCommand whether who asks has logged in, or sits at the box
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
public record Request(String path, String query, byte[] body, Optional<String> session, boolean mayCommand) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Refused with 400 unless the body is one JSON object */
    public ObjectNode json() throws Refused {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
            throw new Refused(400, "a JSON object is needed");
        } catch (JsonProcessingException broken) {
            throw new Refused(400, "this is not JSON: " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new Refused(400, "this is not JSON");
        }
    }
}
