package ensemble.skill.smarthome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.certify.Certifies;
import ensemble.skill.events.EventGateway.Receipt;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.HouseSeed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reviewers look at beside the directives: secrets in logs, and a device that answers. */
class SecretsTest {
    private final TestHouse test = new TestHouse();
    private final StringWriter log = new StringWriter();
    private final Logger logger = Logger.getLogger("ensemble");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            PrintWriter writer = new PrintWriter(log, true);
            writer.println(record.getMessage());
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(writer);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        logger.setLevel(Level.ALL);
        logger.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(handler);
        logger.setLevel(null);
    }

    @Test
    @Certifies("X3")
    void noSecretIsEverLogged() throws IOException {
        test.ask(Directives.acceptGrant("good-code", Directives.TOKEN));
        test.ask(Directives.acceptGrant("bad-code", Directives.TOKEN));
        test.ask(Directives.to(Houses.BACKYARD, "Alexa.PowerController", "TurnOn", "m-1"));
        test.store.away = true;
        test.ask(Directives.to(Houses.BACKYARD, "Alexa.PowerController", "TurnOff", "m-2"));
        test.store.away = false;
        test.shadows.refusals = 3;
        test.ask(Directives.to(Houses.BACKYARD, "Alexa.PowerController", "TurnOff", "m-3"));
        test.time.pass(Duration.ofHours(2));
        test.amazon.receipts.addAll(List.of(Receipt.TOKEN_REFUSED, Receipt.FAILED, Receipt.SKILL_DISABLED));
        var unused = test.reports.take(presence());
        assertTrue(!log.toString().isEmpty(), "something was logged");
        for (String secret : List.of(Directives.TOKEN, "access-", "refresh-", "good-code", "bad-code")) {
            assertTrue(!log.toString().contains(secret), () -> secret + " was logged: " + log);
        }
    }

    @Test
    @Certifies("S7")
    void aHouseForReviewersHasADeviceThatAnswers() throws Exception {
        assertTrue(!new HouseSeed(test.store, test.shadows).plant(Houses.DEMO, Houses.HUB, Houses.CONFIG));
        test.shadows.report(test.hub.reportOf(RoutingWish.NONE));
        int reachable = 0;
        for (JsonNode endpoint : test.ask(Directives.discover(Directives.TOKEN)).at("/event/payload/endpoints")) {
            JsonNode report = test.ask(Directives.to(
                    endpoint.path("endpointId").asText(), Directives.TOKEN, "Alexa", "ReportState", "m-1"));
            String health =
                    ControlTest.property(report, "connectivity").path("value").asText();
            reachable += health.equals("OK") ? 1 : 0;
        }
        assertTrue(reachable >= 9, "groups and the box answer");
        assertEquals(
                "Response",
                test.ask(Directives.to(Houses.PATIO, "Alexa.PowerController", "TurnOn", "m-2"))
                        .at("/event/header/name")
                        .asText());
    }

    private JsonNode presence() {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("eventType", "disconnected")
                .put("clientId", Houses.HUB.value())
                .put("timestamp", test.time.instant().toEpochMilli())
                .put("versionNumber", 1)
                .put("sessionIdentifier", "session-1");
    }
}
