package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a browser elsewhere in the house becomes one that may command: {@code POST /api/login/begin} makes a code that only somebody
 * at the box can read, in its log and in a file; {@code POST /api/login {"code"}} exchanges it for a cookie; {@code POST
 * /api/logout} ends that; {@code GET /api/session} says how it stands. Safe from any thread.
 */
public final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Clocks clocks;
    private final CodeLock lock;
    private final Sessions sessions;
    private final CodeFile file;

    /**
     * @param random cannot be foreseen
     * @param file where the code is written for its owner's eyes
     */
    public Login(Clocks clocks, RandomGenerator random, Path file) {
        this.clocks = clocks;
        this.lock = new CodeLock(random);
        this.sessions = new Sessions(random);
        this.file = new CodeFile(file);
        this.file.delete();
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/session", this::session),
                Route.post("/api/login/begin", Access.ANYBODY, request -> begin()),
                Route.post("/api/login", Access.ANYBODY, this::enter),
                Route.post("/api/logout", Access.ANYBODY, this::leave));
    }

    private Answer session(Request request) {
        return Answer.json(
                200,
                JSON.objectNode()
                        .put("mayCommand", request.mayCommand())
                        .put("loggedIn", request.session().filter(this::holds).isPresent()));
    }

    /** Whether a cookie names a session that holds. */
    public boolean holds(String token) {
        return sessions.holds(token, clocks.nanos());
    }

    private synchronized Answer begin() {
        return switch (lock.begin(clocks.nanos())) {
            case CodeLock.Begun.Made(String digits) -> {
                file.write(digits);
                LOG.warn("The code for commanding the box on its page, for ten minutes: {}", digits);
                yield waiting(CodeLock.LIFE);
            }
            case CodeLock.Begun.Waiting(Duration left) -> waiting(left);
            case CodeLock.Begun.Locked(Duration left) -> locked(left);
        };
    }

    private synchronized Answer enter(Request request) throws Refused {
        JsonNode code = request.json().path("code");
        if (!code.isTextual()) {
            throw new Refused(400, "say {\"code\": \"12345678\"}");
        }
        long now = clocks.nanos();
        CodeLock.Tried tried = lock.attempt(code.textValue().replaceAll("[\\s-]", ""), now);
        if (!lock.isLive(now)) {
            file.delete();
        }
        return switch (tried) {
            case CodeLock.Tried.Right() -> entered(sessions.open(now));
            case CodeLock.Tried.Wrong() ->
                throw new Refused(403, "that is not the code, or it is too old; ask for a new one");
            case CodeLock.Tried.Locked(Duration left) -> {
                LOG.warn("Too many wrong codes for the page; it takes none for {} minutes", left.toMinutes());
                yield locked(left);
            }
        };
    }

    private Answer leave(Request request) {
        request.session().ifPresent(sessions::end);
        return said(200, JSON.objectNode().put("mayCommand", false), cookie("", Duration.ZERO));
    }

    private static Answer entered(String token) {
        return said(200, JSON.objectNode().put("mayCommand", true), cookie(token, Sessions.LIFE));
    }

    private static Map<String, String> cookie(String token, Duration life) {
        return Map.of(
                "Set-Cookie",
                Exchanges.COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + life.toSeconds());
    }

    private static Answer waiting(Duration left) {
        return said(200, JSON.objectNode().put("seconds", left.toSeconds()), Map.of());
    }

    private static Answer locked(Duration left) {
        long minutes = left.toMinutes() + 1;
        return said(
                429,
                JSON.objectNode().put("error", "too many wrong codes; try again in " + minutes + " minutes"),
                Map.of("Retry-After", Long.toString(left.toSeconds() + 1)));
    }

    private static Answer said(int status, JsonNode body, Map<String, String> headers) {
        Answer.Whole plain = Answer.json(status, body);
        return new Answer.Whole(status, plain.type(), plain.body(), headers);
    }
}
