package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new user, or a stranger, might send to a running house: a clear answer each, and nothing is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BadInputTest {
    private @Nullable TestHouse running;

    @BeforeAll
    void theHousePlaysInTheKitchen(@TempDir Path data) throws Exception {
        running = TestHouse.start(data, false);
        assertEquals("done", house().say("turn on kitchen").path("outcome").asText());
    }

    @AfterAll
    void theHouseEnds() {
        if (running != null) {
            running.close();
        }
    }

    private TestHouse house() {
        return Objects.requireNonNull(running, "the house did not start");
    }

    @AfterEach
    void nothingWasLost() throws Exception {
        assertEquals(1, house().status().path("wish").asLong());
        assertTrue(house().speaker("kitchen-shelf").path("playing").asBoolean(), "the kitchen plays on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "turn on the moon | find a device or group called moon",
                "ask speaker groups to play on the moon | know a group called moon",
                "ask speaker groups to paint the fence | ",
                "what is the weather | know that one",
            })
    void whatNobodyHasIsSaidToBeMissing(String sentence, @Nullable String speech) throws Exception {
        JsonNode said = TestHouse.json(house().post(
                        "/say",
                        TestHouse.body()
                                .put("text", sentence)
                                .put("session", UUID.randomUUID().toString())
                                .toString()));

        assertEquals("cannot", said.path("outcome").asText(), said.toString());
        assertTrue(said.path("speech").asText().contains(speech == null ? "" : speech), said.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /alexa | no json | 400",
                "POST | /alexa | {\"directive\": 7} | 400",
                "POST | /alexa | {} | 400",
                "POST | /alexa | [] | 400",
                "GET  | /alexa | '' | 405",
                "POST | /say | {} | 400",
                "POST | /say | {\"text\": \"turn on kitchen\", \"locale\": \"tlh-QO\"} | 400",
                "POST | /room/set | {\"speaker\": \"attic\", \"ppm\": 3} | 400",
                "POST | /room/set | {\"speaker\": \"deck\", \"ppm\": 1e9} | 400",
                "POST | /room/play | {\"file\": \"/nowhere.wav\"} | 400",
                "POST | /room/dance | {} | 404",
                "POST | /hub/explode | '' | 404",
                "GET  | /token | '' | 400",
                "GET  | /nothing | '' | 404",
            })
    void wrongRequestsAreRefusedWithASentence(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = method.equals("GET") ? house().get(path) : house().post(path, body);

        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(TestHouse.parsed(answer.body()).path("error").asText().length() > 5, answer.body());
    }

    @Test
    void aBodyOf300KilobytesIsTooLong() throws Exception {
        assertEquals(413, house().post("/alexa", "a".repeat(300_000)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "Alexa.Toaster, Toast, INVALID_DIRECTIVE",
        "Alexa.PowerController, Explode, INVALID_DIRECTIVE",
        "Alexa.PowerController, TurnOn, NO_SUCH_ENDPOINT",
    })
    void directivesNobodyKnowsGetAlexasOwnError(String namespace, String name, String type) throws Exception {
        JsonNode answer = directive(namespace, name, "g:0000:nowhere", house().token("demo", ""));

        assertEquals(type, answer.path("event").path("payload").path("type").asText(), answer.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', INVALID_DIRECTIVE",
        "rubbish, INVALID_AUTHORIZATION_CREDENTIAL",
        "expired, EXPIRED_AUTHORIZATION_CREDENTIAL",
        "stranger, NO_SUCH_ENDPOINT",
    })
    void tokensThatOpenNothingGetAlexasOwnError(String kind, String type) throws Exception {
        String token =
                switch (kind) {
                    case "expired" -> house().token("demo", "&ttl=-10");
                    case "stranger" -> house().token("stranger", "");
                    default -> kind;
                };
        String endpoint = endpointOf("Kitchen");

        JsonNode answer = directive("Alexa.PowerController", "TurnOff", endpoint, token);

        assertEquals(type, answer.path("event").path("payload").path("type").asText(), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "nobody-at-all"})
    void aStrangerDiscoversAnEmptyHouse(String user) throws Exception {
        assertEquals(0, endpoints(house().token(user, "")).size());
    }

    private String endpointOf(String friendlyName) throws Exception {
        for (JsonNode endpoint : endpoints(house().token("demo", ""))) {
            if (endpoint.path("friendlyName").asText().equals(friendlyName)) {
                return endpoint.path("endpointId").asText();
            }
        }
        throw new AssertionError("no endpoint is called " + friendlyName);
    }

    private JsonNode endpoints(String token) throws Exception {
        ObjectNode directive = header("Alexa.Discovery", "Discover");
        directive
                .putObject("payload")
                .putObject("scope")
                .put("type", "BearerToken")
                .put("token", token);
        return sent(directive).path("event").path("payload").path("endpoints");
    }

    private JsonNode directive(String namespace, String name, String endpointId, String token) throws Exception {
        ObjectNode directive = header(namespace, name);
        ObjectNode endpoint = directive.putObject("endpoint").put("endpointId", endpointId);
        endpoint.putObject("scope").put("type", "BearerToken").put("token", token);
        directive.putObject("payload");
        return sent(directive);
    }

    private static ObjectNode header(String namespace, String name) {
        ObjectNode directive = TestHouse.body();
        directive
                .putObject("header")
                .put("namespace", namespace)
                .put("name", name)
                .put("payloadVersion", "3")
                .put("messageId", UUID.randomUUID().toString())
                .put("correlationToken", "c");
        return directive;
    }

    private JsonNode sent(ObjectNode directive) throws Exception {
        ObjectNode envelope = TestHouse.body();
        envelope.set("directive", directive);
        return TestHouse.json(house().post("/alexa", envelope.toString()));
    }
}
