package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A house under measurement, asked over HTTP alone: what it costs anybody is what is measured. */
final class HouseProbe implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI house;
    private final String token;

    HouseProbe(URI house) throws IOException, InterruptedException {
        this.house = house;
        this.token = get("/token?user=demo").path("access_token").asText();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(house.resolve(path)).GET().build());
    }

    JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(house.resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private JsonNode answered(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode answer = JSON.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + " answered " + response.statusCode() + ": " + answer);
        }
        return answer;
    }

    /** Sends a directive as Alexa does; the name of the event that answers it. */
    String directive(String name, String endpointId) throws IOException, InterruptedException {
        ObjectNode envelope = header("Alexa.PowerController", name);
        ObjectNode directive = (ObjectNode) envelope.path("directive");
        ((ObjectNode) directive.path("header")).put("correlationToken", "bench");
        directive
                .putObject("endpoint")
                .put("endpointId", endpointId)
                .putObject("scope")
                .put("type", "BearerToken")
                .put("token", token);
        directive.putObject("payload");
        return post("/alexa", envelope)
                .path("event")
                .path("header")
                .path("name")
                .asText();
    }

    String endpoint(String friendlyName) throws IOException, InterruptedException {
        ObjectNode envelope = header("Alexa.Discovery", "Discover");
        ((ObjectNode) envelope.path("directive"))
                .putObject("payload")
                .putObject("scope")
                .put("type", "BearerToken")
                .put("token", token);
        for (JsonNode endpoint :
                post("/alexa", envelope).path("event").path("payload").path("endpoints")) {
            if (endpoint.path("friendlyName").asText().equals(friendlyName)) {
                return endpoint.path("endpointId").asText();
            }
        }
        throw new IOException("no device is called " + friendlyName);
    }

    /** The gateway's resident memory in MB, as the kernel counts it. */
    double gatewayMegabytes() throws IOException, InterruptedException {
        long pid = get("/status").path("hub").path("pid").asLong();
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D+", "")) / 1024.0;
            }
        }
        throw new IOException("process " + pid + " has no resident memory");
    }

    private static ObjectNode header(String namespace, String name) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.putObject("directive")
                .putObject("header")
                .put("namespace", namespace)
                .put("name", name)
                .put("payloadVersion", "3")
                .put("messageId", UUID.randomUUID().toString());
        return envelope;
    }

    @Override
    public void close() {
        http.close();
    }
}
