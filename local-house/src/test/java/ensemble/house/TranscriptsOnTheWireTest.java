package ensemble.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import ensemble.house.shadow.Transcript;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's documented examples once more, through the whole house: over MQTT with mutual TLS, and over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TranscriptsOnTheWireTest {
    private final AtomicLong now = new AtomicLong(Instant.now().getEpochSecond());
    private int stories;
    private CloudHouse house;
    private HttpPort http;
    private MqttTestClient tester;

    static List<Transcript> transcripts() throws IOException {
        return Transcript.all();
    }

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        house = CloudHouse.start(new CloudConfig(
                data,
                CloudConfig.DEFAULT_HUB,
                "127.0.0.1",
                0,
                "http://localhost",
                Duration.ZERO,
                true,
                () -> Instant.ofEpochSecond(now.get())));
        Router router = new Router();
        house.mount(router);
        http = HttpPort.onLoopback(0, router, 256 * 1024);
        tester = new MqttTestClient(
                        house.broker().port(), house.certs(), house.certs().thing("tester", Instant.now()), "t")
                .connect();
    }

    @AfterAll
    void stop() {
        tester.close();
        http.close();
        house.close();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void overMqtt(Transcript story) throws Exception {
        String shadow = "$aws/things/mqtt-" + stories++ + "/shadow/name/simShadow1/";
        tester.subscribe(shadow + "+/accepted", shadow + "+/rejected");
        for (Transcript.Step step : story.steps()) {
            now.set(step.at());
            tester.send(shadow + step.action(), step.body(), MqttQos.AT_LEAST_ONCE, false)
                    .get();
            check(
                    step,
                    tester.next(shadow + step.action() + (step.refused() ? "/rejected" : "/accepted"))
                            .json());
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void overRest(Transcript story) throws Exception {
        String path = "/things/rest-" + stories++ + "/shadow?name=simShadow1";
        for (Transcript.Step step : story.steps()) {
            now.set(step.at());
            String method =
                    switch (step.action()) {
                        case "update" -> "POST";
                        case "delete" -> "DELETE";
                        default -> "GET";
                    };
            HttpResponse<String> response = Http.call(http.port(), method, path, step.body());
            int expected = step.refused() ? step.error().path("code").asInt() : 200;
            assertEquals(expected, response.statusCode(), response::body);
            ObjectNode document = (ObjectNode) Http.json(response);
            if (!method.equals("POST") && step.response() instanceof ObjectNode wanted) {
                // Over REST a get or delete has no body, so it has no token either.
                wanted.remove("clientToken");
            }
            check(step, document);
        }
    }

    private static void check(Transcript.Step step, JsonNode actual) throws IOException {
        JsonNode expected = step.refused() ? step.error().deepCopy().put("timestamp", step.at()) : step.response();
        if (!expected.asText().equals("*")) {
            assertEquals(new ObjectMapper().readTree(expected.toString()), actual);
        }
    }
}
