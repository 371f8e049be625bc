package ensemble.skill.events.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One POST, bounded in time; the client is made on first use because most commands never need it. */
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private Http() {}

    private static final class Lazy {
        static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    static HttpResponse<String> post(URI to, String body, String... headers) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(ANSWER)
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Lazy.CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while posting", ended);
        }
    }
}
