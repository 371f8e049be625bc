package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    private static final String POWER = "Alexa.PowerController";

    private final TestHouse test = new TestHouse();

    static List<Arguments> strangers() {
        String own = Endpoints.idOf(Houses.DEMO, BACKYARD);
        return List.of(
                Arguments.of("expired", own, "EXPIRED_AUTHORIZATION_CREDENTIAL"),
                Arguments.of("rubbish", own, "INVALID_AUTHORIZATION_CREDENTIAL"),
                Arguments.of("unavailable", own, "INTERNAL_ERROR"),
                Arguments.of("token-of-nobody", own, "NO_SUCH_ENDPOINT"),
                Arguments.of("token-of-nobody", Endpoints.idOf(new UserId("nobody"), BACKYARD), "NO_SUCH_ENDPOINT"),
                Arguments.of(Directives.TOKEN, Endpoints.idOf(new UserId("nobody"), BACKYARD), "NO_SUCH_ENDPOINT"),
                Arguments.of(Directives.TOKEN, Endpoints.idOf(Houses.DEMO, new GroupId("attic")), "NO_SUCH_ENDPOINT"),
                Arguments.of(Directives.TOKEN, "backyard", "NO_SUCH_ENDPOINT"),
                Arguments.of(Directives.TOKEN, own + "/../x", "NO_SUCH_ENDPOINT"));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    @Certifies("X4")
    void whoMayNotIsToldWhyAndChangesNothing(String token, String endpointId, String error) {
        for (String[] directive : new String[][] {{POWER, "TurnOn"}, {POWER, "TurnOff"}, {"Alexa", "ReportState"}}) {
            JsonNode answer = test.ask(Directives.to(endpointId, token, directive[0], directive[1], "m-1"));
            assertEquals(error, answer.at("/event/payload/type").asText());
            assertEquals(
                    Directives.CORRELATION,
                    answer.at("/event/header/correlationToken").asText());
        }
        assertEquals(List.of(), test.store.writes);
        assertEquals(List.of(), test.shadows.wishes);
    }

    @ParameterizedTest
    @CsvSource({
        "Alexa.PowerController, Explode",
        "Alexa.PlaybackController, FastForward",
        "Alexa.ModeController, AdjustMode",
        "Alexa.RangeController, SetRangeValue",
        "Alexa.SceneController, Activate",
        "Alexa.Cooking, SetCookingMode",
        "Alexa, Response",
        "Alexa.PowerController, turnon"
    })
    void anUnknownDirectiveIsInvalid(String namespace, String name) {
        ControlTest.assertError("INVALID_DIRECTIVE", test.ask(Directives.to(BACKYARD, namespace, name, "m-1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/directive/header/messageId",
                "/directive/header/namespace",
                "/directive/header/name",
                "/directive/header/payloadVersion",
                "/directive/endpoint/endpointId",
                "/directive/endpoint/scope/token",
                "/directive/endpoint/scope",
                "/directive/endpoint",
                "/directive/header"
            })
    void aDirectiveWithAPartMissingIsInvalid(String path) {
        ObjectNode envelope = Directives.to(BACKYARD, POWER, "TurnOn", "m-1");
        int slash = path.lastIndexOf('/');
        ((ObjectNode) envelope.at(path.substring(0, slash))).remove(path.substring(slash + 1));
        JsonNode answer = test.ask(envelope);
        ControlTest.assertError("INVALID_DIRECTIVE", answer);
        assertEquals(List.of(), test.store.writes);
    }

    @Test
    void aDirectiveWithoutACorrelationTokenIsStillObeyed() {
        ObjectNode envelope = Directives.to(BACKYARD, POWER, "TurnOn", "m-1");
        ((ObjectNode) envelope.at("/directive/header")).remove("correlationToken");
        assertEquals("Response", test.ask(envelope).at("/event/header/name").asText());
    }
}
