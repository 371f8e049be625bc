package ensemble.house.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** {@code GET} and {@code POST /hold}: what the box's own page says of holding, and asking it there. */
final class BoxHold {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String page;

    /** @param page the port of the box's page */
    BoxHold(int page) {
        this.page = "http://127.0.0.1:" + page;
    }

    Response show(Request request) throws HttpFault {
        return answer(HttpRequest.newBuilder(URI.create(page + "/hold.json")));
    }

    Response want(Request request) throws HttpFault {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return answer(HttpRequest.newBuilder(URI.create(page + "/hold"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Response answer(HttpRequest.Builder asked) throws HttpFault {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer =
                    client.send(asked.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return Response.json(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException away) {
            throw new HttpFault(409, "the box does not answer: " + away.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new HttpFault(409, "the house is ending");
        }
    }
}
