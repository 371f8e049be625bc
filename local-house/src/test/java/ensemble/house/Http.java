package ensemble.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A plain HTTP caller. */
public final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** Calls loopback; headers as name, value, name, value. */
    public static HttpResponse<String> call(int port, String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** GET. */
    public static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return call(port, "GET", path, new byte[0]);
    }

    /** POST of text. */
    public static HttpResponse<String> post(int port, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return call(port, "POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The body as JSON. */
    public static JsonNode json(HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }
}
