package ensemble.house.eventgateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Alexa's event gateway: takes ChangeReports and their like from whoever was granted, and keeps the last 1,000. */
public final class EventGateway {
    private static final int KEPT = 1000;

    private final LwaTokens tokens;
    private final TokenService service;
    private final ArrayDeque<JsonNode> messages = new ArrayDeque<>();
    private final Faults faults = new Faults();
    private final Set<String> withoutSkill = ConcurrentHashMap.newKeySet();

    /**
     * A gateway that has heard nothing yet.
     *
     * @param keyFile seals its tokens, 0600, made if missing
     * @throws IOException naming the key file, if it is damaged or cannot be written
     */
    public EventGateway(Path keyFile, InstantSource clock) throws IOException {
        this.tokens = new LwaTokens(keyFile, clock);
        this.service = new TokenService(tokens);
    }

    /** The code of an AcceptGrant directive for this user; good for five minutes. */
    public String grantCode(String user) {
        return tokens.issue(LwaTokens.Kind.CODE, user);
    }

    /** The user took the skill away, or put it back: events are then answered with 403. */
    public void skillEnabled(String user, boolean enabled) {
        if (enabled) {
            withoutSkill.remove(user);
        } else {
            withoutSkill.add(user);
        }
    }

    /** What was received, newest last. */
    public synchronized ArrayNode messages() {
        return JsonNodeFactory.instance.arrayNode().addAll(messages);
    }

    /** Adds {@code POST /v3/events}, {@code POST /auth/o2/token}, {@code GET /events} and {@code POST /events/faults}. */
    public void mount(Router router) {
        router.on("POST", "/v3/events", this::receive);
        router.on("POST", "/auth/o2/token", this::token);
        router.on("POST", "/events/faults", faults::plan);
        router.on("GET", "/events", request -> Response.json(200, messages()));
    }

    private Response token(Request request) {
        return faults.nextOfTokens()
                .map(fault -> TokenService.refusal(fault.status(), fault.code(), "As planned."))
                .orElseGet(() -> service.token(request));
    }

    private Response receive(Request request) {
        Optional<Faults.Planned> fault = faults.nextOfEvents();
        if (fault.isPresent()) {
            return refusal(fault.get().status(), fault.get().code(), "As planned.");
        }
        Optional<String> bearer = request.header("authorization")
                .filter(value -> value.startsWith("Bearer "))
                .map(value -> value.substring("Bearer ".length()));
        Optional<String> user = bearer.flatMap(token -> tokens.user(LwaTokens.Kind.ACCESS, token));
        if (user.isEmpty()) {
            return refusal(401, "INVALID_ACCESS_TOKEN_EXCEPTION", "Access token is not valid.");
        }
        if (withoutSkill.contains(user.get())) {
            return refusal(
                    403, "SKILL_DISABLED_EXCEPTION", "Skill is disabled. Third-party cannot send events when it is.");
        }
        JsonNode message;
        try {
            message = request.json();
        } catch (HttpFault notJson) {
            return refusal(400, "INVALID_REQUEST_EXCEPTION", String.valueOf(notJson.getMessage()));
        }
        Optional<String> wrong = EventRules.refusal(message, request.body().length, bearer.orElseThrow());
        if (wrong.isPresent()) {
            return refusal(400, "INVALID_REQUEST_EXCEPTION", wrong.get());
        }
        keep(message);
        return new Response(202, java.util.Map.of(), new byte[0]);
    }

    private synchronized void keep(JsonNode message) {
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
    }

    private static Response refusal(int status, String code, String description) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("header")
                .put("namespace", "System")
                .put("name", "Exception")
                .put("messageId", UUID.randomUUID().toString());
        document.putObject("payload").put("code", code).put("description", description);
        return Response.json(status, document);
    }
}
