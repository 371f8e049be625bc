package ensemble.skill.events.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ensemble.skill.events.EventGateway.Receipt;
import ensemble.skill.events.GrantException;
import ensemble.skill.household.Grant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpAdaptersTest {
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String answer = "{}";

    HttpAdaptersTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "202, {}, ACCEPTED, 1",
        "401, {}, TOKEN_REFUSED, 1",
        "403, INVALID_ACCESS_TOKEN_EXCEPTION, TOKEN_REFUSED, 1",
        "403, SKILL_DISABLED_EXCEPTION, SKILL_DISABLED, 1",
        "400, INVALID_REQUEST_EXCEPTION, FAILED, 1",
        "429, {}, TRY_LATER, 2",
        "500, {}, TRY_LATER, 2"
    })
    void theGatewaysAnswersAreTold(int code, String body, Receipt receipt, int posts) {
        status = code;
        answer = body;
        assertEquals(receipt, new HttpEventGateway(uri()).post("secret", "{\"event\":{}}"));
        assertEquals(posts, bodies.size());
        assertEquals("Bearer secret", authorizations.getFirst());
        assertEquals("{\"event\":{}}", bodies.getFirst());
    }

    @Test
    void aGatewayThatIsAwayMayTakeTheMessageLater() {
        server.stop(0);
        assertEquals(Receipt.TRY_LATER, new HttpEventGateway(uri()).post("secret", "{}"));
    }

    @Test
    void aCodeBecomesAGrant() throws GrantException {
        answer = "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600}";
        assertEquals(new Grant("a", "r", NOW.plusSeconds(3_600)), desk().exchange("c d&e"));
        assertEquals("grant_type=authorization_code&code=c+d%26e&client_id=id&client_secret=s%26s", bodies.getFirst());
    }

    @Test
    void aRefreshKeepsTheOldRefreshTokenIfNoneComes() throws GrantException {
        answer = "{\"access_token\":\"a2\",\"expires_in\":3600}";
        Grant fresh = desk().refresh(new Grant("a", "r", NOW));
        assertEquals(new Grant("a2", "r", NOW.plusSeconds(3_600)), fresh);
    }

    @Test
    void aDeadGrantIsToldFromATrouble() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\"}";
        Grant old = new Grant("a", "r", NOW);
        assertTrue(assertThrows(GrantException.class, () -> desk().refresh(old)).isDead());
        status = 503;
        answer = "{}";
        assertFalse(
                assertThrows(GrantException.class, () -> desk().refresh(old)).isDead());
        status = 200;
        assertFalse(
                assertThrows(GrantException.class, () -> desk().exchange("c")).isDead());
    }

    private LwaGrantDesk desk() {
        return new LwaGrantDesk(uri(), "id", "s&s", InstantSource.fixed(NOW));
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
