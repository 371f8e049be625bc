package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ensemble.gateway.config.GatewayConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The box's own page: {@code /} shows it, {@code /api/status} is what it shows, {@code /api/live} sends each change as a
 * server-sent event, {@code /calibration.json} is the newest calibration, {@code /hold.json} how holding goes; {@code POST
 * /hold {"on": true}} asks for holding, from this machine alone. Otherwise read-only. Names of things come from outside, so the
 * page sets them as text and its policy forbids every script but its own. Each request runs on a virtual thread.
 */
public final class BoxPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_COMMAND_BYTES = 1024;
    private static final int MOST_LIVE_READERS = 16;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Map<String, String> FILES =
            Map.of("/", "box.html", "/box.js", "box.js", "/box.css", "box.css");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private final HttpServer server;
    private final Reported reported;
    private volatile Consumer<Boolean> hold = on -> {};
    private final Semaphore liveReaders = new Semaphore(MOST_LIVE_READERS);

    /** @throws IOException if the port cannot be had; the message names it */
    public BoxPage(GatewayConfig.Page page, Reported reported) throws IOException {
        this.reported = reported;
        try {
            server = HttpServer.create(new InetSocketAddress(page.host(), page.port()), 16);
        } catch (IOException busy) {
            throw new IOException("the page's port " + page.port() + " cannot be had: " + busy.getMessage(), busy);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** Who is told when somebody asks for holding, or for its end. */
    public void onHold(Consumer<Boolean> wish) {
        hold = wish;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("POST") && path.equals("/hold")) {
                hold(exchange);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                error(exchange, 405, "this page only tells; commands are given by voice");
            } else if (path.equals("/api/status")) {
                send(exchange, 200, "application/json", bytes(reported.document()));
            } else if (path.equals("/calibration.json")) {
                send(
                        exchange,
                        200,
                        "application/json",
                        bytes(reported.calibration()
                                .orElseGet(() ->
                                        JsonNodeFactory.instance.objectNode().put("running", false))));
            } else if (path.equals("/hold.json")) {
                send(exchange, 200, "application/json", bytes(reported.hold().orElseGet(() -> JsonNodeFactory.instance
                        .objectNode()
                        .put("on", false))));
            } else if (path.equals("/api/live")) {
                live(exchange);
            } else if (FILES.containsKey(path)) {
                file(exchange, FILES.get(path));
            } else {
                error(exchange, 404, "there is nothing at " + path);
            }
        }
    }

    /** From this machine only, and not from another site's page in its browser: there is no login yet. */
    private void hold(HttpExchange exchange) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = exchange.getRequestHeaders().getFirst("Host");
        boolean ours = origin == null || origin.equals("http://" + host);
        if (!ours || !exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
            error(exchange, 403, "this page takes commands from the box itself only");
            return;
        }
        JsonNode on = on(exchange.getRequestBody().readNBytes(MOST_COMMAND_BYTES));
        if (!on.isBoolean()) {
            error(exchange, 400, "say {\"on\": true} or {\"on\": false}");
            return;
        }
        hold.accept(on.asBoolean());
        send(
                exchange,
                200,
                "application/json",
                bytes(reported.hold()
                        .orElseGet(JsonNodeFactory.instance::objectNode)
                        .put("on", on.asBoolean())));
    }

    private static JsonNode on(byte[] body) {
        try {
            return JSON.readTree(body).path("on");
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private void file(HttpExchange exchange, String name) throws IOException {
        try (InputStream in = BoxPage.class.getResourceAsStream("/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the package");
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            send(exchange, 200, type == null ? "application/octet-stream" : type, in.readAllBytes());
        }
    }

    private void live(HttpExchange exchange) throws IOException {
        if (!liveReaders.tryAcquire()) {
            error(exchange, 503, "too many are watching; try again later");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!Thread.currentThread().isInterrupted()) {
                ObjectNode now = reported.document();
                out.write(("data: " + now + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                reported.awaitNewerThan(now.path("version").asLong(), HEARTBEAT);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            liveReaders.release();
        }
    }

    private static void error(HttpExchange exchange, int status, String sentence) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", sentence);
        send(exchange, status, "application/json", bytes(body));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
