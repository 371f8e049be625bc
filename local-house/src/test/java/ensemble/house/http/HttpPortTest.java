package ensemble.house.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpPortTest {
    private static final int LIMIT = 1000;

    private final CyclicBarrier pair = new CyclicBarrier(2);
    private HttpPort port;

    @BeforeEach
    void open() throws IOException {
        Router router = new Router()
                .on("GET", "/things/{thing}/shadow", request -> told(request, "thing"))
                .on("POST", "/topics/{topic...}", request -> told(request, "topic"))
                .on(
                        "GET",
                        "/say",
                        request -> Response.of(
                                200, "text/plain", request.parameter("what").orElse("nothing")))
                .on("POST", "/json", request -> Response.json(200, request.json()))
                .on("GET", "/bug", request -> {
                    throw new IllegalStateException("ours");
                })
                .on("GET", "/pair", request -> {
                    meet();
                    return Response.error(409, "met");
                });
        port = HttpPort.onLoopback(0, router, LIMIT);
    }

    @AfterEach
    void close() {
        port.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /things/box/shadow, 200, thing=box",
        "GET, /things/a%20b%2Bc+d/shadow, 200, thing=a b+c+d",
        "HEAD, /things/box/shadow, 200, ''",
        "POST, /topics/a/b, 200, topic=a/b",
        "POST, /topics/a%2Fb, 200, topic=a/b",
        "GET, /say?what=a+b%26c, 200, a b&c",
        "GET, /say, 200, nothing",
        "GET, /things/box, 404, '{\"error\":\"there is nothing at /things/box\"}'",
        "GET, /things/box/shadow/, 404, '{\"error\":\"there is nothing at /things/box/shadow/\"}'",
        "PUT, /things/box/shadow, 405, '{\"error\":\"/things/box/shadow takes GET, not PUT\"}'",
        "GET, /bug, 500, '{\"error\":\"the house failed at this request; its log says more\"}'"
    })
    void everyRequestIsAnswered(String method, String path, int status, String body) throws Exception {
        HttpResponse<String> response = Http.call(port.port(), method, path, new byte[0]);
        assertEquals(status, response.statusCode());
        assertEquals(body, response.body());
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":1}', 200", "'{\"a\":', 400", "'', 400", "'{} {}', 400"})
    void aBodyIsJsonOrA400(String body, int status) throws Exception {
        HttpResponse<String> response = Http.post(port.port(), "/json", body);
        assertEquals(status, response.statusCode());
        assertEquals(status != 200, Http.json(response).has("error"));
    }

    @Test
    void whatHasNoRouteYetIsToldApartFromWhatHasNone() throws Exception {
        Router router = new Router();
        router.opening("wait");
        try (HttpPort opening = HttpPort.onLoopback(0, router, LIMIT)) {
            assertEquals(
                    503, Http.call(opening.port(), "POST", "/say", new byte[0]).statusCode());
            router.on("POST", "/say", request -> Response.of(200, "text/plain", "said"))
                    .complete();
            assertEquals(
                    200, Http.call(opening.port(), "POST", "/say", new byte[0]).statusCode());
            assertEquals(
                    404, Http.call(opening.port(), "GET", "/shout", new byte[0]).statusCode());
        }
    }

    @Test
    void aLongBodyIsReadAwayAndRefused() throws Exception {
        assertEquals(
                200,
                Http.post(port.port(), "/json", "\"" + "x".repeat(LIMIT - 2) + "\"")
                        .statusCode());
        for (int length : new int[] {LIMIT + 1, 300_000, 3_000_000}) {
            HttpResponse<String> response = Http.post(port.port(), "/json", "x".repeat(length));
            assertEquals(413, response.statusCode());
            assertTrue(Http.json(response).path("error").asText().contains("1000 bytes"), response::body);
        }
    }

    @Test
    void requestsDoNotWaitForEachOther() throws Exception {
        Thread other = Thread.ofVirtual().start(this::askForPair);
        assertEquals(409, Http.get(port.port(), "/pair").statusCode());
        other.join();
    }

    @Test
    void aBusyPortIsNamed() {
        IOException told = assertThrows(IOException.class, () -> HttpPort.onLoopback(port.port(), new Router(), LIMIT)
                .close());
        assertTrue(told.toString().contains(Integer.toString(port.port())), told::toString);
    }

    private void askForPair() {
        try {
            assertEquals(409, Http.get(port.port(), "/pair").statusCode());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private void meet() throws IOException {
        try {
            pair.await(15, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IOException(alone);
        }
    }

    private static Response told(Request request, String name) {
        return Response.of(200, "text/plain", name + "=" + request.variable(name))
                .with("X-Also", JsonNodeFactory.instance.textNode("x").asText());
    }
}
