package ensemble.skill.report;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.DEMO;
import static ensemble.skill.fake.Houses.KITCHEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.certify.Certifies;
import ensemble.skill.events.EventGateway.Receipt;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
    private final TestHouse test = new TestHouse();
    private int version;

    @Test
    void everyGroupThatChangedIsAnnounced() throws IOException {
        test.isGranted();
        RoutingReport silent = test.hub.reportOf(RoutingWish.NONE);
        turnOn(BACKYARD);
        test.store.writes.clear();
        take(silent, test.hub.reportOf(test.shadows.lastWish()));
        Set<String> changed = new HashSet<>();
        for (JsonNode event : test.amazon.events) {
            changed.add(event.at("/event/endpoint/endpointId").asText());
            assertEquals("ChangeReport", event.at("/event/header/name").asText());
            assertEquals(
                    "VOICE_INTERACTION",
                    event.at("/event/payload/change/cause/type").asText());
            boolean isHub = event.at("/event/endpoint/endpointId").asText().startsWith("h:");
            assertEquals(
                    isHub ? 1 : 2,
                    event.at("/event/payload/change/properties").size(),
                    "output, or power and playback");
            assertEquals(isHub ? 1 : 5, event.at("/context/properties").size(), "the rest has not changed");
        }
        assertEquals(
                Set.of(
                        Endpoints.idOf(DEMO, BACKYARD),
                        Endpoints.idOf(DEMO, Houses.PATIO),
                        Endpoints.idOf(DEMO, new EndpointRef.Hub(Houses.HUB))),
                changed);
        assertEquals(List.of("status routing"), test.store.writes);
    }

    @Test
    void withoutAGrantNothingIsSent() throws IOException {
        take(test.hub.reportOf(RoutingWish.NONE), playing());
        assertEquals(List.of(), test.amazon.events);
        assertEquals(List.of("status routing"), test.store.writes);
    }

    @Test
    void anOlderReportIsDropped() throws IOException {
        test.isGranted();
        RoutingReport silent = test.hub.reportOf(RoutingWish.NONE);
        RoutingReport loud = playing();
        take(silent, loud);
        int sent = test.amazon.events.size();
        version -= 2;
        take(loud, silent);
        assertEquals(sent, test.amazon.events.size());
        assertEquals(List.of("status routing"), test.store.writes);
    }

    @Test
    void whatTheSkillWroteIsNoReport() throws IOException {
        RoutingReport same = playing();
        take(same, same);
        assertEquals(List.of(), test.store.writes);
    }

    @Test
    void aSpeakerThatGoesIsAPhysicalChange() throws IOException {
        test.isGranted();
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        test.hub.away.add(Houses.SHELF);
        take(before, test.hub.reportOf(RoutingWish.NONE));
        JsonNode event = test.amazon.events.getFirst();
        assertEquals(
                Endpoints.idOf(DEMO, KITCHEN),
                event.at("/event/endpoint/endpointId").asText());
        assertEquals(
                "PHYSICAL_INTERACTION",
                event.at("/event/payload/change/cause/type").asText());
        assertEquals(
                "UNREACHABLE",
                event.at("/event/payload/change/properties/0/value/value").asText());
    }

    @Test
    void aHubThatGoesAndComesIsAnnouncedByHealth() throws IOException {
        test.isGranted();
        test.store.put(test.house().with(test.hub.reportOf(RoutingWish.NONE)));
        test.reports.take(presence("disconnected", 1));
        int gone = test.amazon.events.size();
        assertEquals(17, gone, "groups, line-ups, the box, links and chimes; sync was unknown before");
        test.reports.take(presence("connected", 2));
        assertEquals(2 * gone, test.amazon.events.size());
        JsonNode back = test.amazon.events.getLast();
        assertEquals(
                "OK", back.at("/event/payload/change/properties/0/value/value").asText());
        test.amazon.events.forEach(AlexaSchema::check);
    }

    @Test
    void aDeferredAnswerIsGivenOnce() throws IOException {
        deferBackyard();
        RoutingReport answer = test.hub.reportOf(test.shadows.lastWish());
        take(test.hub.reportOf(RoutingWish.NONE), answer);
        List<JsonNode> responses = named("Response");
        assertEquals(1, responses.size());
        JsonNode response = responses.getFirst();
        assertEquals(
                Directives.CORRELATION,
                response.at("/event/header/correlationToken").asText());
        assertEquals("access-0", response.at("/event/endpoint/scope/token").asText());
        AlexaSchema.check(response);
        assertEquals(List.of(), test.house().pending());
        take(answer, test.hub.reportOf(test.shadows.lastWish().numbered(2)));
        assertEquals(1, named("Response").size());
    }

    @Test
    void aDeferredWishThatFailsIsTakenBackAndSaidSo() throws IOException {
        deferBackyard();
        test.hub.fault = Optional.of(FaultKind.EXPIRED);
        take(test.hub.reportOf(RoutingWish.NONE), test.hub.reportOf(test.shadows.lastWish()));
        JsonNode error = named("ErrorResponse").getFirst();
        assertEquals("ENDPOINT_UNREACHABLE", error.at("/event/payload/type").asText());
        assertEquals(
                Directives.CORRELATION,
                error.at("/event/header/correlationToken").asText());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
        assertEquals(2, test.house().route().n());
    }

    @Test
    void afterTheDeadlineNobodyIsAnswered() throws IOException {
        deferBackyard();
        test.time.pass(Duration.ofMinutes(2));
        take(test.hub.reportOf(RoutingWish.NONE), test.hub.reportOf(test.shadows.lastWish()));
        assertEquals(List.of(), named("Response"));
        assertEquals(List.of(), test.house().pending());
    }

    @Test
    @Certifies("S6")
    void aTokenAboutToEndIsRefreshedOnce() throws IOException {
        test.isGranted();
        test.time.pass(Duration.ofMinutes(58));
        take(test.hub.reportOf(RoutingWish.NONE), playing());
        assertEquals(1, test.amazon.refreshes);
        assertTrue(test.amazon.events.size() > 1);
        assertEquals("access-1", test.store.grant(DEMO).orElseThrow().accessToken());
    }

    @Test
    void aRefusedTokenIsRefreshedAndTheMessageSentAgain() throws IOException {
        test.isGranted();
        test.amazon.receipts.add(Receipt.TOKEN_REFUSED);
        take(test.hub.reportOf(RoutingWish.NONE), playing());
        assertEquals(1, test.amazon.refreshes);
        assertEquals(3, test.amazon.events.size());
    }

    @Test
    @Certifies("X3")
    void aGrantThatIsOverIsForgotten() throws IOException {
        test.isGranted();
        test.amazon.receipts.add(Receipt.SKILL_DISABLED);
        take(test.hub.reportOf(RoutingWish.NONE), playing());
        assertTrue(test.store.grant(DEMO).isEmpty());
        test.isGranted();
        test.amazon.revoked = true;
        test.amazon.receipts.add(Receipt.TOKEN_REFUSED);
        take(playing(), test.hub.reportOf(RoutingWish.NONE));
        assertTrue(test.store.grant(DEMO).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "not json",
                "{\"eventType\":\"connected\"}",
                "{\"eventType\":\"subscribed\",\"clientId\":\"speaker-box\"}",
                "{\"current\":{},\"thing\":\"speaker-box\",\"shadow\":\"unheard-of\"}",
                "{\"current\":{\"state\":{\"reported\":{\"n\":\"x\"}}},\"thing\":\"speaker-box\",\"shadow\":\"routing\"}",
                "{\"current\":{\"state\":{\"reported\":{}}},\"thing\":\"tester\",\"shadow\":\"routing\"}"
            })
    void poisonIsSetAside(String event) throws IOException {
        test.isGranted();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        test.reports.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        assertEquals(List.of(), test.amazon.events);
    }

    @Test
    void anOutageIsThrownSoThatTheEventComesAgain() {
        RoutingReport loud = playing();
        test.store.away = true;
        assertThrows(IOException.class, () -> take(test.hub.reportOf(RoutingWish.NONE), loud));
    }

    private RoutingReport playing() {
        turnOn(BACKYARD);
        test.store.writes.clear();
        return test.hub.reportOf(test.shadows.lastWish());
    }

    private void deferBackyard() {
        test.isGranted();
        test.hub.deaf = true;
        test.hub.away.add(DECK);
        assertEquals(
                "DeferredResponse", turnOn(BACKYARD).at("/event/header/name").asText());
    }

    private JsonNode turnOn(GroupId group) {
        return test.ask(Directives.to(group, "Alexa.PowerController", "TurnOn", "m-on"));
    }

    private List<JsonNode> named(String name) {
        return test.amazon.events.stream()
                .filter(event -> event.at("/event/header/name").asText().equals(name))
                .toList();
    }

    private void take(RoutingReport before, RoutingReport after) throws IOException {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("thing", Houses.HUB.value()).put("shadowName", "routing");
        event.put("timestamp", test.time.instant().getEpochSecond());
        event.putObject("previous").putObject("state").set("reported", RoutingCodec.reported(before));
        ObjectNode current = event.putObject("current").put("version", ++version);
        current.putObject("state").set("reported", RoutingCodec.reported(after));
        test.reports.take(event);
    }

    private ObjectNode presence(String type, int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("eventType", type)
                .put("clientId", Houses.HUB.value())
                .put("timestamp", test.time.instant().toEpochMilli() + number)
                .put("versionNumber", number)
                .put("sessionIdentifier", "session-" + number);
    }
}
