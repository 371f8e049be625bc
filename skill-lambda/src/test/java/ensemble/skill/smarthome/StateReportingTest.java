package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.TestHouse;
import org.junit.jupiter.api.Test;

class StateReportingTest {
    private final TestHouse test = new TestHouse();

    @Test
    void tellsWhatTheHubSays() {
        test.ask(Directives.to(BACKYARD, "Alexa.PowerController", "TurnOn", "m-0"));
        assertState("ON", "OK", BACKYARD);
        assertState("OFF", "OK", KITCHEN);
    }

    @Test
    void aGroupIsOnWhenItsAvailableMembersPlay() {
        test.hub.away.add(DECK);
        test.ask(Directives.to(BACKYARD, "Alexa.PowerController", "TurnOn", "m-0"));
        assertState("ON", "OK", BACKYARD);
    }

    @Test
    void aGroupWithoutAnyAvailableMemberIsUnreachable() {
        test.hub.away.add(SHELF);
        test.shadows.report(test.hub.reportOf(RoutingWish.NONE));
        assertState("OFF", "UNREACHABLE", KITCHEN);
    }

    @Test
    void anOfflineHubIsReportedAndIsNoError() {
        test.hubIsOffline();
        assertState("OFF", "UNREACHABLE", KITCHEN);
        assertEquals(0, test.shadows.reads);
    }

    @Test
    void anUnreadableReportIsNotGuessed() {
        test.shadows.away = true;
        ControlTest.assertError("INTERNAL_ERROR", reported(KITCHEN));
    }

    private void assertState(String power, String connectivity, GroupId group) {
        JsonNode answer = reported(group);
        assertEquals("StateReport", answer.at("/event/header/name").asText(), answer.toString());
        assertEquals(
                Directives.CORRELATION,
                answer.at("/event/header/correlationToken").asText());
        assertEquals(power, ControlTest.property(answer, "powerState").asText());
        assertEquals(
                connectivity,
                ControlTest.property(answer, "connectivity").path("value").asText());
        AlexaSchema.check(answer);
    }

    private JsonNode reported(GroupId group) {
        return test.ask(Directives.to(group, "Alexa", "ReportState", "m-1"));
    }
}
