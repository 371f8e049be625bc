package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.Verdict;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.time.Clocks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as any client meets it, byte for byte: browsers set these headers and programs may leave them out. */
final class BoxPageTest {
    /** A name that is no loopback name: who calls the box so is not taken for somebody at it. */
    private static final String ELSEWHERE = "Host: 192.168.1.20\r\n";

    private static final String HERE = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    @TempDir
    Path state;

    private final List<BoxCommand> commands = new ArrayList<>();
    private Verdict verdict = Verdict.TAKEN;
    private long nanos;
    private BoxPage page;

    @BeforeEach
    void opens() throws IOException {
        Clocks clocks = new Clocks(() -> Instant.EPOCH, () -> nanos);
        Login login = new Login(clocks, new Random(1), code());
        page = new BoxPage(
                new GatewayConfig.Page("127.0.0.1", 0, OptionalInt.empty(), Set.of()),
                state.resolve("page.p12"),
                login::holds);
        List<Route> routes = new ArrayList<>(login.routes());
        routes.add(Route.post("/api/command", Access.COMMANDER, new Commands(command -> {
            commands.add(command);
            return verdict;
        })));
        page.start(new Reported(new NoCloud(), clocks.wall()), routes);
    }

    @AfterEach
    void closes() {
        page.close();
    }

    @Test
    void everybodyMayLookAndNoAnswerMayBeFramedOrKept() throws IOException {
        Reply reply = get("/", ELSEWHERE);

        assertEquals(200, reply.status());
        assertTrue(reply.head().contains("content-security-policy: default-src 'self'"), reply.head());
        assertTrue(reply.head().contains("frame-ancestors 'none'"), reply.head());
        assertTrue(reply.head().contains("cache-control: no-store"), reply.head());
        assertEquals(200, get("/api/status", ELSEWHERE).status());
        for (String file : List.of("/box.js", "/ask.js", "/groups.js", "/speakers.js", "/sync.js", "/box.css")) {
            assertEquals(200, get(file, ELSEWHERE).status(), file);
        }
    }

    @Test
    void aBorrowedNameIsRefusedEvenForLooking() throws IOException {
        assertEquals(421, get("/api/status", "Host: evil.example\r\n").status());
    }

    @Test
    void fromElsewhereACommandNeedsTheCode() throws IOException {
        String everywhere = "{\"do\":\"everywhere\"}";
        assertEquals(401, post("/api/command", ELSEWHERE + JSON, everywhere).status());
        assertEquals(200, post("/api/login/begin", ELSEWHERE + JSON, "{}").status());
        String code = Files.readString(code()).strip();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(code())));
        Reply wrong = post("/api/login", ELSEWHERE + JSON, "{\"code\":\"00000000\"}");
        assertEquals(403, wrong.status());
        Reply right = post(
                "/api/login",
                ELSEWHERE + JSON,
                "{\"code\":\"" + code.substring(0, 4) + " " + code.substring(4) + "\"}");

        assertEquals(200, right.status());
        assertFalse(Files.exists(code()), "a used code is not left lying about");
        String cookie = right.cookie();
        assertTrue(right.head().contains("httponly; samesite=strict"), right.head());
        assertTrue(commands.isEmpty());
        assertEquals(
                200, post("/api/command", ELSEWHERE + JSON + cookie, everywhere).status());
        assertEquals(List.of(new BoxCommand.Everywhere()), commands);
        assertTrue(get("/api/session", ELSEWHERE + cookie).body().contains("\"mayCommand\":true"));
        assertEquals(200, post("/api/logout", ELSEWHERE + JSON + cookie, "{}").status());
        assertEquals(
                401, post("/api/command", ELSEWHERE + JSON + cookie, everywhere).status());
    }

    @Test
    void aGuesserIsLockedOutAndToldForHowLong() throws IOException {
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    403,
                    post("/api/login", ELSEWHERE + JSON, "{\"code\":\"1\"}").status());
        }
        Reply locked = post("/api/login", ELSEWHERE + JSON, "{\"code\":\"1\"}");

        assertEquals(429, locked.status());
        assertTrue(locked.head().contains("retry-after: 901"), locked.head());
        assertEquals(429, post("/api/login/begin", ELSEWHERE + JSON, "{}").status());
    }

    @Test
    void atTheBoxNoCodeIsNeededUnlessItPassesOnForAnother() throws IOException {
        String nothing = "{\"do\":\"nothing\"}";

        assertEquals(200, post("/api/command", HERE + JSON, nothing).status());
        assertEquals(
                401,
                post("/api/command", HERE + JSON + "X-Forwarded-For: 10.0.0.9\r\n", nothing)
                        .status());
        assertEquals(
                403,
                post("/api/command", HERE + JSON + "Origin: http://evil.example\r\n", nothing)
                        .status());
        assertEquals(List.of(new BoxCommand.Nothing()), commands);
    }

    @Test
    void whatCannotBeDoneIsSaid() throws IOException {
        verdict = new Verdict.Refused("the deck is away");
        Reply reply = post("/api/command", HERE + JSON, "{\"do\":\"everywhere\"}");

        assertEquals(409, reply.status());
        assertEquals("{\"error\":\"the deck is away\"}", reply.body());
    }

    @Test
    void illFormedRequestsChangeNothing() throws IOException {
        assertEquals(405, get("/api/command", HERE).status(), "nothing changes on a GET");
        assertEquals(404, get("/api/secrets", HERE).status());
        assertEquals(
                400, post("/api/command", HERE + JSON, "{\"do\":\"dance\"}").status());
        assertEquals(413, post("/api/command", HERE + JSON, " ".repeat(4097)).status());
        assertEquals(400, post("/api/login", HERE + JSON, "{\"code\":12345678}").status());

        assertEquals(List.of(), commands);
    }

    private Path code() {
        return state.resolve("page-code");
    }

    private Reply get(String path, String headers) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private Reply post(String path, String headers, String body) throws IOException {
        return exchange("POST " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    private Reply exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), page.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int split = answer.indexOf("\r\n\r\n");
            return new Reply(answer.substring(0, split), answer.substring(split + 4));
        }
    }

    private record Reply(String raw, String body) {
        int status() {
            return Integer.parseInt(raw.substring(9, 12));
        }

        String head() {
            return raw.toLowerCase(java.util.Locale.ROOT);
        }

        String cookie() {
            String line = raw.lines()
                    .filter(one -> one.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie: "))
                    .findFirst()
                    .orElseThrow();
            return "Cookie: other=1; " + line.substring("set-cookie: ".length(), line.indexOf(';')) + "\r\n";
        }
    }

    static final class NoCloud implements ReportedOutbox {
        @Override
        public void say(ShadowName shadow, ObjectNode reported) {}

        @Override
        public boolean connected() {
            return false;
        }
    }
}
