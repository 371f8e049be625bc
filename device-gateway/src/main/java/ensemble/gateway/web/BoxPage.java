package ensemble.gateway.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import ensemble.gateway.config.GatewayConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The box's own page: lets requests in ({@link Gate}) and hands each to its {@link Route}. Names of things come from outside,
 * so the page sets them as text and its policy forbids every script but its own. Each request runs on a virtual thread.
 */
public final class BoxPage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoxPage.class);

    private final HttpServer server;
    private final Optional<HttpServer> secure;
    private final Gate gate;
    private final Predicate<String> sessionHolds;

    /**
     * Takes the port; what comes in waits until {@link #start}.
     *
     * @param key where the key of the https port is kept
     * @param sessionHolds whether a cookie names a session that holds; called from any thread
     * @throws IOException if the port cannot be had; the message names it
     */
    public BoxPage(GatewayConfig.Page page, Path key, Predicate<String> sessionHolds) throws IOException {
        gate = new Gate(new HostRule(page.names()));
        this.sessionHolds = sessionHolds;
        server = taking(page.port(), () -> HttpServer.create(new InetSocketAddress(page.host(), page.port()), 16));
        secure = page.securePort().isPresent()
                ? Optional.of(secure(page, page.securePort().getAsInt(), key))
                : Optional.empty();
    }

    private static HttpServer secure(GatewayConfig.Page page, int port, Path key) throws IOException {
        SSLContext context = SecureKeys.context(key, page.names());
        return taking(port, () -> {
            HttpsServer made = HttpsServer.create(new InetSocketAddress(page.host(), port), 16);
            made.setHttpsConfigurator(new HttpsConfigurator(context));
            return made;
        });
    }

    /** Makes a server, which fails where its port is taken. */
    private interface Making {
        HttpServer make() throws IOException;
    }

    private static HttpServer taking(int port, Making making) throws IOException {
        try {
            return making.make();
        } catch (IOException busy) {
            throw new IOException("the page's port " + port + " cannot be had: " + busy.getMessage(), busy);
        }
    }

    /** Begins to answer, by these routes and the page's own files. */
    public void start(Reported reported, List<Route> more) {
        List<Route> routes = new ArrayList<>(PageFiles.routes());
        routes.addAll(new Showing(reported).routes());
        routes.addAll(more);
        begin(server, routes);
        secure.ifPresent(also -> begin(also, routes));
    }

    private void begin(HttpServer one, List<Route> routes) {
        one.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        one.createContext("/", exchange -> serve(exchange, routes));
        one.start();
    }

    /** The port it has. */
    int port() {
        return server.getAddress().getPort();
    }

    /** The port it has for https; empty = none. */
    OptionalInt securePort() {
        return secure.map(also -> OptionalInt.of(also.getAddress().getPort())).orElseGet(OptionalInt::empty);
    }

    private void serve(HttpExchange exchange, List<Route> routes) throws IOException {
        try (exchange) {
            Exchanges.send(exchange, answer(exchange, routes));
        }
    }

    private Answer answer(HttpExchange exchange, List<Route> routes) throws IOException {
        Optional<String> session = Exchanges.session(exchange);
        Knock knock = new Knock(
                Exchanges.header(exchange, "Host"),
                Exchanges.header(exchange, "Origin"),
                Exchanges.header(exchange, "Sec-Fetch-Site"),
                Exchanges.header(exchange, "Content-Type"),
                Exchanges.isLocal(exchange),
                session.filter(sessionHolds).isPresent());
        String path = exchange.getRequestURI().getPath();
        try {
            refuse(gate.atTheDoor(knock));
            Route route = route(routes, exchange.getRequestMethod(), path);
            refuse(gate.at(route, knock));
            byte[] body = Exchanges.body(exchange, route.mostBytes());
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            return route.handler().answer(new Request(path, query, body, session, knock.mayCommand()));
        } catch (Refused refused) {
            return refused.answer();
        } catch (RuntimeException ours) {
            LOG.error("The page failed to answer {}", path, ours);
            return Answer.error(500, "the box has made a mistake; its log tells more");
        }
    }

    private static void refuse(Optional<Refusal> refusal) throws Refused {
        if (refusal.isPresent()) {
            throw new Refused(refusal.get().status(), refusal.get().sentence());
        }
    }

    private static Route route(List<Route> routes, String method, String path) throws Refused {
        List<Route> here =
                routes.stream().filter(route -> route.path().equals(path)).toList();
        if (here.isEmpty()) {
            throw new Refused(404, "there is nothing at " + path);
        }
        return here.stream()
                .filter(route -> route.method().name().equals(method))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        405,
                        path + " takes "
                                + here.stream()
                                        .map(route -> route.method().name())
                                        .collect(Collectors.joining(", "))
                                + " only"));
    }

    @Override
    public void close() {
        server.stop(0);
        secure.ifPresent(also -> also.stop(0));
    }
}
