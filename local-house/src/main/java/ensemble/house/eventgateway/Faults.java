package ensemble.house.eventgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers on demand what Amazon's services may answer: {@code POST /events/faults {"status":429,"count":2}}, with {@code code} for
 * the gateway's own word and {@code "on":"token"} for the token service. A count of 0 ends it. Any thread may call.
 */
final class Faults {
    private static final Map<Integer, String> CODES = Map.of(
            400, "INVALID_REQUEST_EXCEPTION",
            401, "INVALID_ACCESS_TOKEN_EXCEPTION",
            403, "SKILL_DISABLED_EXCEPTION",
            413, "REQUEST_ENTITY_TOO_LARGE_EXCEPTION",
            429, "THROTTLING_EXCEPTION",
            500, "INTERNAL_SERVICE_EXCEPTION",
            503, "SERVICE_UNAVAILABLE_EXCEPTION");

    private @Nullable Planned onEvents;
    private @Nullable Planned onTokens;

    /** What the next requests are answered. */
    record Planned(int status, String code, int left) {}

    synchronized Response plan(Request request) throws HttpFault {
        JsonNode body = request.json();
        int status = body.path("status").asInt(0);
        if (!CODES.containsKey(status)) {
            throw new HttpFault(
                    400, "status is one of " + CODES.keySet().stream().sorted().toList());
        }
        int count = body.path("count").asInt(1);
        if (count < 0 || count > 1_000_000) {
            throw new HttpFault(400, "count is 0 to 1000000");
        }
        boolean tokens = body.path("on").asText("events").equals("token");
        String usual = tokens ? "invalid_grant" : String.valueOf(CODES.get(status));
        Planned planned =
                count == 0 ? null : new Planned(status, body.path("code").asText(usual), count);
        if (tokens) {
            onTokens = planned;
        } else {
            onEvents = planned;
        }
        return Response.json(
                200, JsonNodeFactory.instance.objectNode().put("status", status).put("count", count));
    }

    synchronized Optional<Planned> nextOfEvents() {
        Optional<Planned> next = Optional.ofNullable(onEvents);
        onEvents = next.map(Faults::less).orElse(null);
        return next;
    }

    synchronized Optional<Planned> nextOfTokens() {
        Optional<Planned> next = Optional.ofNullable(onTokens);
        onTokens = next.map(Faults::less).orElse(null);
        return next;
    }

    private static @Nullable Planned less(Planned planned) {
        return planned.left() == 1 ? null : new Planned(planned.status(), planned.code(), planned.left() - 1);
    }
}
