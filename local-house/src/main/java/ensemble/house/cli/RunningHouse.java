package ensemble.house.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The house a command talks to, and how it is found. */
final class RunningHouse {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A recording may take ten minutes, and nothing takes longer. */
    private static final Duration LONGEST = Duration.ofMinutes(12);

    @Option(
            names = "--port",
            description = "the running house's port (default: ${DEFAULT-VALUE})",
            defaultValue = "8080")
    private int port;

    JsonNode get(String path) throws Cannot, InterruptedException {
        return ask(request(path).GET().build());
    }

    JsonNode post(String path, JsonNode body) throws Cannot, InterruptedException {
        return ask(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) throws Cannot {
        if (port < 1 || port > 65_533) {
            throw new Cannot(Ensemble.WRONG_USE, "--port must be 1 to 65533, not " + port);
        }
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(LONGEST);
    }

    private JsonNode ask(HttpRequest request) throws Cannot, InterruptedException {
        HttpResponse<String> response;
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException nobody) {
            throw new Cannot(
                    Ensemble.CANNOT,
                    "no house runs on port " + port + "; start one with `ensemble run --port " + port + "`");
        } catch (IOException broken) {
            throw new Cannot(Ensemble.CANNOT, "the house on port " + port + " did not answer: " + broken.getMessage());
        }
        JsonNode answer = parsed(response.body());
        if (answer == null) {
            throw new Cannot(Ensemble.CANNOT, "what answers on port " + port + " is no Ensemble house");
        }
        if (response.statusCode() >= 400) {
            int exit =
                    response.statusCode() == 400 || response.statusCode() == 404 ? Ensemble.WRONG_USE : Ensemble.CANNOT;
            throw new Cannot(exit, answer.path("error").asText("the house answered " + response.statusCode()));
        }
        return answer;
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
