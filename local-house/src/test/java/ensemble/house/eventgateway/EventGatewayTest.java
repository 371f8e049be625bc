package ensemble.house.eventgateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.Http;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventGatewayTest {
    private static final String CLIENT = "&client_id=c&client_secret=s";

    private final AtomicLong now = new AtomicLong(1_800_000_000);
    private Path key;
    private EventGateway gateway;
    private HttpPort port;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        key = folder.resolve("lwa.key");
        gateway = new EventGateway(key, this::now);
        Router router = new Router();
        gateway.mount(router);
        port = HttpPort.onLoopback(0, router, 100_000);
    }

    @AfterEach
    void stop() {
        port.close();
    }

    @Test
    void aGrantedSkillReportsUntilItsTokenEndsAndRefreshesIt() throws Exception {
        JsonNode tokens = Http.json(token("grant_type=authorization_code&code=" + gateway.grantCode("demo") + CLIENT));
        String access = tokens.path("access_token").asText();
        assertEquals(202, send(access, event(access, 1)).statusCode());
        now.addAndGet(3601);
        assertEquals(401, send(access, event(access, 2)).statusCode());
        HttpResponse<String> refreshed = token("grant_type=refresh_token&refresh_token="
                + tokens.path("refresh_token").asText() + CLIENT);
        assertEquals(200, refreshed.statusCode());
        String newer = Http.json(refreshed).path("access_token").asText();
        assertEquals(202, send(newer, event(newer, 3)).statusCode());
        JsonNode events = Http.json(Http.get(port.port(), "/events"));
        assertEquals(2, events.size());
        assertEquals("3", events.path(1).at("/event/header/messageId").asText());
    }

    @Test
    void aTokenOfBeforeARestartIsStillGood() throws Exception {
        String access = access();
        LwaTokens restarted = new LwaTokens(key, this::now);
        assertEquals("demo", restarted.user(LwaTokens.Kind.ACCESS, access).orElseThrow());
    }

    @Test
    void aTakenAwaySkillIsRefusedInAmazonsWords() throws Exception {
        String access = access();
        gateway.skillEnabled("demo", false);
        HttpResponse<String> refused = send(access, event(access, 1));
        assertEquals(403, refused.statusCode());
        assertEquals(
                "SKILL_DISABLED_EXCEPTION",
                Http.json(refused).at("/payload/code").asText());
        gateway.skillEnabled("demo", true);
        assertEquals(202, send(access, event(access, 1)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=authorization_code&code=nonsense, 400, invalid_grant",
        "grant_type=refresh_token&refresh_token=Atzr|x.y, 400, invalid_grant",
        "grant_type=password, 400, unsupported_grant_type",
        "code=x, 400, invalid_request",
        "grant_type=%zz, 400, invalid_request"
    })
    void aBadGrantIsAnOauthError(String form, int status, String error) throws Exception {
        HttpResponse<String> refused = token(form + CLIENT);
        assertEquals(status, refused.statusCode());
        assertEquals(error, Http.json(refused).path("error").asText());
    }

    @Test
    void aCodeIsNoTokenAndATokenNoCode() throws Exception {
        String access = access();
        assertEquals(
                400,
                token("grant_type=refresh_token&refresh_token=" + access + CLIENT)
                        .statusCode());
        assertEquals(401, send(gateway.grantCode("demo"), event("code", 1)).statusCode());
        assertEquals(
                401,
                send(access.substring(0, access.length() - 1), event(access, 1)).statusCode());
        assertEquals(401, token("grant_type=refresh_token&refresh_token=x").statusCode());
    }

    @ParameterizedTest
    @CsvSource({"'{', 400", "'{}', 400", "'{\"event\":{\"header\":{\"name\":\"x\"}}}', 400"})
    void aSenselessEventIsRefused(String body, int status) throws Exception {
        HttpResponse<String> refused = send(access(), body);
        assertEquals(status, refused.statusCode());
        assertEquals(
                "INVALID_REQUEST_EXCEPTION",
                Http.json(refused).at("/payload/code").asText());
    }

    @Test
    void aThousandAreKept() throws Exception {
        String access = access();
        for (int i = 1; i <= 1003; i++) {
            assertEquals(202, send(access, event(access, i)).statusCode());
        }
        assertEquals(1000, gateway.messages().size());
        assertEquals(
                "4", gateway.messages().path(0).at("/event/header/messageId").asText());
    }

    private Instant now() {
        return Instant.ofEpochSecond(now.get());
    }

    private String access() throws Exception {
        String form = "grant_type=authorization_code&code=" + gateway.grantCode("demo") + CLIENT;
        return Http.json(token(form)).path("access_token").asText();
    }

    private HttpResponse<String> token(String form) throws Exception {
        return Http.post(port.port(), "/auth/o2/token", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> send(String token, String body) throws Exception {
        return Http.post(port.port(), "/v3/events", body, "Authorization", "Bearer " + token);
    }

    /** A faultless ChangeReport. */
    private static String event(String token, int id) {
        String time = "\"timeOfSample\":\"2026-11-20T20:00:00.123Z\",\"uncertaintyInMilliseconds\":500}";
        return """
                {"event":{"header":{"namespace":"Alexa","name":"ChangeReport","messageId":"%d","payloadVersion":"3"},
                "endpoint":{"scope":{"type":"BearerToken","token":"%s"},"endpointId":"g:1:patio"},
                "payload":{"change":{"cause":{"type":"VOICE_INTERACTION"},"properties":[
                {"namespace":"Alexa.PowerController","name":"powerState","value":"ON",%s]}}},
                "context":{"properties":[{"namespace":"Alexa.Speaker","name":"volume","value":40,%s]}}""".formatted(id, token, time, time);
    }

    /** What is replaced in a faultless message, and by what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"payloadVersion\":\"3\" | \"payloadVersion\":\"2\"",
                "\"messageId\":\"7\" | \"messageId\":\"a b\"",
                "ChangeReport | GossipReport",
                "BearerToken | Bearer",
                "g:1:patio | g/1/patio",
                "VOICE_INTERACTION | BOREDOM",
                "\"value\":\"ON\" | \"value\":\"LOUD\"",
                "\"value\":40 | \"value\":400",
                "00.123Z | 00.123456Z",
                "00.123Z | 00+00:00",
                "\"uncertaintyInMilliseconds\":500 | \"uncertaintyInMilliseconds\":-1",
                "Alexa.PowerController | Alexa.ModeController",
                "\"context\" | \"contexts\""
            })
    void eachRuleOfAmazonsIsKept(String good, String bad) throws Exception {
        String access = access();
        String event = event(access, 7);
        assertTrue(event.contains(good), good);
        HttpResponse<String> refused = send(access, event.replace(good, bad));
        assertEquals(400, refused.statusCode(), bad);
        assertEquals(0, gateway.messages().size());
    }

    @Test
    void aStrangersTokenInTheScopeIsRefused() throws Exception {
        assertEquals(400, send(access(), event("another", 1)).statusCode());
    }

    @Test
    void faultsAreAnsweredAsOftenAsPlanned() throws Exception {
        String access = access();
        plan("{\"status\":429,\"count\":2}");
        assertEquals(429, send(access, event(access, 1)).statusCode());
        assertEquals(429, send(access, event(access, 1)).statusCode());
        assertEquals(202, send(access, event(access, 1)).statusCode());
        plan("{\"status\":403}");
        assertEquals(
                "SKILL_DISABLED_EXCEPTION",
                Http.json(send(access, event(access, 2))).at("/payload/code").asText());
        plan("{\"on\":\"token\",\"status\":400}");
        assertEquals(
                "invalid_grant",
                Http.json(token("grant_type=refresh_token&refresh_token=x" + CLIENT))
                        .path("error")
                        .asText());
        plan("{\"status\":503,\"count\":5}");
        plan("{\"status\":503,\"count\":0}");
        assertEquals(202, send(access, event(access, 3)).statusCode());
        assertEquals(
                400,
                Http.post(port.port(), "/events/faults", "{\"status\":200}").statusCode());
    }

    private void plan(String fault) throws Exception {
        assertEquals(200, Http.post(port.port(), "/events/faults", fault).statusCode());
    }
}
