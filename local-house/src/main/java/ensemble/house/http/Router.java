package ensemble.house.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Finds who answers a request. Routes may be added while requests are served; the first that fits wins. */
public final class Router {
    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private volatile Optional<String> notYet = Optional.empty();

    /** Until {@link #complete}, what has no route may get one: this is answered instead of 404, with 503. */
    public void opening(String sentence) {
        notYet = Optional.of(sentence);
    }

    /** All routes are there. */
    public void complete() {
        notYet = Optional.empty();
    }

    /**
     * Adds a route.
     *
     * @param method in capitals; a GET route answers HEAD too
     * @param pattern such as {@code /things/{thing}/shadow}; {@code {rest...}} at the end takes all that follows
     * @return this router
     */
    public Router on(String method, String pattern, Handler handler) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with a slash: " + pattern);
        }
        routes.add(new Route(method, Route.segments(pattern), handler));
        return this;
    }

    /** Answers a request; every fault becomes a JSON {@code error}. */
    public Response route(Request request) {
        TreeSet<String> allowed = new TreeSet<>();
        try {
            for (Route route : routes) {
                Optional<Map<String, String>> found = route.match(request.path());
                if (found.isPresent()) {
                    if (serves(route, request)) {
                        return route.handler().handle(request.matched(found.get()));
                    }
                    allowed.add(route.method());
                }
            }
        } catch (HttpFault fault) {
            return Response.error(fault.status(), String.valueOf(fault.getMessage()));
        } catch (IOException | RuntimeException failure) {
            System.getLogger("ensemble.house.http")
                    .log(System.Logger.Level.ERROR, request.method() + " " + request.path(), failure);
            return Response.error(500, "the house failed at this request; its log says more");
        }
        if (allowed.isEmpty()) {
            return notYet.map(sentence -> Response.error(503, sentence))
                    .orElseGet(() -> Response.error(404, "there is nothing at " + request.path()));
        }
        String methods = String.join(", ", allowed);
        return Response.error(405, request.path() + " takes " + methods + ", not " + request.method())
                .with("Allow", methods);
    }

    private static boolean serves(Route route, Request request) {
        return route.method().equals(request.method())
                || (route.method().equals("GET") && request.method().equals("HEAD"));
    }
}
