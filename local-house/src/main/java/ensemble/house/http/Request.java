package ensemble.house.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read whole.
 *
 * @param method in capitals
 * @param path the path as it came, still encoded, beginning with a slash
 * @param variables what the route's {@code {names}} matched, decoded
 * @param query the first value of each query parameter, decoded
 * @param headers the first value of each header, names in lower case
 * @param body may be empty; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // A request is never compared; copying its body would only cost.
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What a name of the route's pattern matched. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route of " + path + " has no {" + name + "}");
        }
        return value;
    }

    /** A query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The body as JSON.
     *
     * @throws HttpFault 400 if it is not
     */
    public JsonNode json() throws HttpFault {
        try {
            JsonNode root = JSON.readTree(body);
            if (!root.isMissingNode()) {
                return root;
            }
        } catch (JsonProcessingException notJson) {
            throw new HttpFault(400, "the body is not JSON: " + notJson.getOriginalMessage());
        } catch (IOException notText) {
            throw new HttpFault(400, "the body is not UTF-8 text");
        }
        throw new HttpFault(400, "the body is empty; JSON was expected");
    }

    Request matched(Map<String, String> found) {
        return new Request(method, path, found, query, headers, body);
    }
}
