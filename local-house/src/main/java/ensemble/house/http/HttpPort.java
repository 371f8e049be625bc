package ensemble.house.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An open HTTP port. Each request has a virtual thread of its own. */
public final class HttpPort implements AutoCloseable {
    /** A longer body is answered before it was read to its end. */
    private static final long PATIENCE_BYTES = 8L << 20;

    static {
        // Read once by the server; without it every answer on a kept connection waits for a delayed acknowledgement.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private HttpPort(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Opens a port.
     *
     * @param address port 0 for any free one
     * @param bodyLimit bytes; a longer body is answered with 413
     * @throws IOException naming the port, if it is busy or not to be had
     */
    public static HttpPort open(InetSocketAddress address, Router router, int bodyLimit) throws IOException {
        HttpServer server;
        try {
            server = HttpServer.create(address, 0);
        } catch (BindException busy) {
            throw new IOException(
                    "the port " + address.getPort() + " on " + address.getHostString()
                            + " is busy; stop what uses it or choose another one",
                    busy);
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, router, bodyLimit));
        server.start();
        return new HttpPort(server, threads);
    }

    /** The same, on this machine's loopback address alone. */
    public static HttpPort onLoopback(int port, Router router, int bodyLimit) throws IOException {
        return open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), router, bodyLimit);
    }

    /** The port that is open. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Closes it at once; requests that are being answered may lose their answer. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Router router, int bodyLimit) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(bodyLimit + 1);
            send(exchange, body.length > bodyLimit ? tooLong(exchange, bodyLimit) : answer(exchange, router, body));
        }
    }

    private static Response answer(HttpExchange exchange, Router router, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        try {
            return router.route(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Map.of(),
                    query(exchange.getRequestURI().getRawQuery()),
                    headers,
                    body));
        } catch (IllegalArgumentException brokenEscape) {
            return Response.error(400, "the address cannot be read: " + brokenEscape.getMessage());
        }
    }

    private static Map<String, String> query(@org.jspecify.annotations.Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1).replace("+", "%20");
                query.putIfAbsent(Route.decoded(name), Route.decoded(value));
            }
        }
        return query;
    }

    /** Reads on for a while: a sender that is cut off while it writes never sees the answer. */
    private static Response tooLong(HttpExchange exchange, int bodyLimit) throws IOException {
        InputStream rest = exchange.getRequestBody();
        long skipped = 0;
        byte[] buffer = new byte[8192];
        int got = rest.read(buffer);
        while (got > 0 && skipped < PATIENCE_BYTES) {
            skipped += got;
            got = rest.read(buffer);
        }
        return Response.error(413, "the body is longer than " + bodyLimit + " bytes")
                .with("Connection", "close");
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean empty =
                response.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), empty ? -1 : response.body().length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(response.body());
            }
        }
    }
}
