package ensemble.skill.smarthome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import org.junit.jupiter.api.Test;

class AuthorizationTest {
    private final TestHouse test = new TestHouse();

    @Test
    @Certifies("S6")
    void aGrantIsExchangedAndKept() {
        JsonNode answer = test.ask(Directives.acceptGrant("good-code", Directives.TOKEN));
        assertEquals("AcceptGrant.Response", answer.at("/event/header/name").asText());
        assertEquals("access-0", test.store.grant(Houses.DEMO).orElseThrow().accessToken());
        assertEquals(
                -1,
                test.store.grant(Houses.DEMO).orElseThrow().toString().indexOf("access-0"),
                "a grant does not spell its tokens");
        AlexaSchema.check(answer);
    }

    @Test
    void whatCannotBeKeptIsAcceptGrantFailed() {
        assertFailed(Directives.acceptGrant("bad-code", Directives.TOKEN));
        assertFailed(Directives.acceptGrant("good-code", "rubbish"));
        assertFailed(Directives.acceptGrant("good-code", "unavailable"));
        test.store.away = true;
        assertFailed(Directives.acceptGrant("good-code", Directives.TOKEN));
        assertTrue(test.store.grant(Houses.DEMO).isEmpty());
    }

    private void assertFailed(JsonNode envelope) {
        JsonNode answer = test.ask(envelope);
        assertEquals("Alexa.Authorization", answer.at("/event/header/namespace").asText());
        ControlTest.assertError("ACCEPT_GRANT_FAILED", answer);
    }
}
