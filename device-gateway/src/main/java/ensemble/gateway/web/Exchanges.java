package ensemble.gateway.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** HTTP's side of a request and of its answer. */
final class Exchanges {
    static final String COOKIE = "ensemble-session";

    private Exchanges() {}

    static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The session's cookie, among those of everything else that is served by the same machine. */
    static Optional<String> session(HttpExchange exchange) {
        List<String> headers =
                Optional.ofNullable(exchange.getRequestHeaders().get("Cookie")).orElse(List.of());
        return headers.stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst();
    }

    /** From this machine; a proxy on it says that it passes on for another. */
    static boolean isLocal(HttpExchange exchange) {
        return exchange.getRemoteAddress().getAddress().isLoopbackAddress()
                && header(exchange, "X-Forwarded-For").isEmpty()
                && header(exchange, "Forwarded").isEmpty();
    }

    /** @throws Refused with 413 if it is longer than that */
    static byte[] body(HttpExchange exchange, int most) throws IOException, Refused {
        byte[] body = exchange.getRequestBody().readNBytes(most + 1);
        if (body.length > most) {
            throw new Refused(413, "this is longer than " + most + " bytes");
        }
        return body;
    }

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        switch (answer) {
            case Answer.Whole whole -> {
                headers.set("Content-Type", whole.type());
                whole.headers().forEach(headers::set);
                exchange.sendResponseHeaders(whole.status(), whole.body().length == 0 ? -1 : whole.body().length);
                exchange.getResponseBody().write(whole.body());
            }
            case Answer.Going going -> {
                headers.set("Content-Type", going.type());
                exchange.sendResponseHeaders(200, 0);
                try {
                    going.writer().writeTo(exchange.getResponseBody());
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
