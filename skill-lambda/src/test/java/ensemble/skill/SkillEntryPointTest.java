package ensemble.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillEntryPointTest {
    private final TestHouse test = new TestHouse();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "[]",
                "{}",
                "null",
                "{\"directive\":1}",
                "{\"request\":\"x\"}",
                "{\"request\":{}} trailing",
                "\u0000"
            })
    void whatIsNoEnvelopeIsTheSendersFault(String body) {
        assertThrows(BadEnvelopeException.class, () -> test.ask(body));
    }

    @Test
    void nestingWithoutEndIsTheSendersFaultToo() {
        assertThrows(BadEnvelopeException.class, () -> test.ask("{\"directive\":" + "[".repeat(100_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/context/System/application", "/session/application"})
    @Certifies("X1")
    void aRequestForAnotherSkillIsTurnedAwayWithoutEffect(String place) {
        ObjectNode envelope = Requests.group("PlayOnGroupIntent", "kitchen");
        ((ObjectNode) envelope.at(place)).put("applicationId", "amzn1.ask.skill.somebody-else");
        JsonNode answer = test.ask(envelope);
        assertTrue(answer.at("/response/outputSpeech/text").asText().contains("another skill"));
        assertEquals(List.of(), test.store.writes);
        assertEquals(List.of(), test.shadows.wishes);
    }

    @Test
    @Certifies("X2")
    void aRequestThatNamesNoSkillIsTurnedAway() {
        assertTrue(test.ask("{\"request\":{\"type\":\"LaunchRequest\"}}")
                .at("/response/outputSpeech/text")
                .asText()
                .contains("another skill"));
    }

    @Test
    void aStrangeRequestIsAnsweredAndNotThrown() {
        ObjectNode envelope = Requests.launch(java.util.Optional.empty());
        ((ObjectNode) envelope.path("request")).put("type", "Alexa.Unheard.Of");
        assertTrue(test.ask(envelope).path("response").isObject());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENSEMBLE_SKILL_ID",
                "ENSEMBLE_ISSUER",
                "ENSEMBLE_JWKS_URL",
                "ENSEMBLE_CLIENT_ID",
                "ENSEMBLE_TABLE"
            })
    void theEnvironmentNamesWhatIsMissing(String name) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "ENSEMBLE_TABLE", "houses",
                "ENSEMBLE_SKILL_ID", "one, two",
                "ENSEMBLE_ISSUER", "https://issuer.example",
                "ENSEMBLE_JWKS_URL", "https://issuer.example/keys",
                "ENSEMBLE_CLIENT_ID", "alexa"));
        variables.remove(name);
        Environment environment = new Environment(variables);
        IllegalStateException missing = assertThrows(IllegalStateException.class, environment::skillWiring);
        assertEquals(name + " is not set", missing.getMessage());
    }
}
