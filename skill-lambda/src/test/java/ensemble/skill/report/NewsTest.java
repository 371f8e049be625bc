package ensemble.skill.report;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.DEMO;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.value.Name;
import ensemble.contract.value.Volume;
import ensemble.skill.certify.Certifies;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.EditOutcome;
import ensemble.skill.editing.Editing;
import ensemble.skill.events.EventGateway.Receipt;
import ensemble.skill.events.Region;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Alexa is told unasked: sensors, offsets, devices that come and go, and what the box's own page commands. */
class NewsTest {
    private static final String SYNC_OF_PATIO = Endpoints.idOf(DEMO, new EndpointRef.Sync(PATIO));
    private static final String PATIO_ITSELF = Endpoints.idOf(DEMO, PATIO);
    private static final String LINK_OF_SHELF = Endpoints.idOf(DEMO, new EndpointRef.Link(SHELF));

    private final TestHouse test = new TestHouse();
    private int version;

    @BeforeEach
    void granted() {
        test.isGranted();
    }

    @Test
    @Certifies("S6")
    void aMeasurementIsToldOfTheGroupAndOfItsSensor() throws IOException {
        synced(SyncStatus.UNKNOWN, SyncStatus.IN_SYNC);
        assertEquals(Set.of(PATIO_ITSELF, SYNC_OF_PATIO), told());
        JsonNode sensor = lastOf(SYNC_OF_PATIO);
        assertEquals(
                "PERIODIC_POLL", sensor.at("/event/payload/change/cause/type").asText());
        assertEquals("NOT_DETECTED", changed(sensor, "detectionState").asText(), "first known, told at once");
        assertEquals("Sync.InSync", changed(sensor, "mode").asText());
        assertEquals(1_000, changed(sensor, "rangeValue").asInt());
        assertEquals("OK", changed(sensor, "connectivity").path("value").asText());
    }

    @Test
    void aContactTurnsWhenTheTruthHasLasted() throws IOException {
        synced(SyncStatus.UNKNOWN, SyncStatus.IN_SYNC);
        FollowUp later = synced(SyncStatus.IN_SYNC, SyncStatus.OUT_OF_SYNC).orElseThrow();
        assertEquals("Sync.OutOfSync", changed(lastOf(SYNC_OF_PATIO), "mode").asText(), "the mode tells at once");
        assertTrue(!hasChanged(lastOf(SYNC_OF_PATIO), "detectionState"));
        test.amazon.events.clear();
        test.time.pass(later.after());
        test.reports.follow(later);
        assertEquals(Set.of(SYNC_OF_PATIO), told());
        assertEquals(
                "DETECTED", changed(lastOf(SYNC_OF_PATIO), "detectionState").asText());
    }

    @Test
    void jitterTurnsNoContactAndIsFollowedUpOnce() throws IOException {
        synced(SyncStatus.UNKNOWN, SyncStatus.IN_SYNC);
        FollowUp later = synced(SyncStatus.IN_SYNC, SyncStatus.OUT_OF_SYNC).orElseThrow();
        test.time.pass(Duration.ofSeconds(3));
        assertEquals(Optional.empty(), synced(SyncStatus.OUT_OF_SYNC, SyncStatus.DRIFTING), "nothing begins to turn");
        test.time.pass(Duration.ofSeconds(3));
        synced(SyncStatus.DRIFTING, SyncStatus.IN_SYNC);
        test.amazon.events.clear();
        test.time.pass(later.after());
        test.reports.follow(later);
        assertEquals(Set.of(), told());
    }

    @Test
    void anUnknownSyncKeepsItsContactAndIsUnreachable() throws IOException {
        synced(SyncStatus.UNKNOWN, SyncStatus.IN_SYNC);
        test.amazon.events.clear();
        assertEquals(Optional.empty(), synced(SyncStatus.IN_SYNC, SyncStatus.UNKNOWN));
        JsonNode sensor = lastOf(SYNC_OF_PATIO);
        assertEquals(
                "UNREACHABLE", changed(sensor, "connectivity").path("value").asText());
        assertEquals("Sync.Unknown", changed(sensor, "mode").asText());
        assertTrue(!hasChanged(sensor, "detectionState"));
        assertTrue(!hasChanged(sensor, "rangeValue"), "the last value stands, with its own time");
        assertTrue(lastOf(PATIO_ITSELF).toString().contains("Sync.Unknown"));
    }

    @Test
    void theSameMeasuredAgainIsNoNews() throws IOException {
        synced(SyncStatus.UNKNOWN, SyncStatus.IN_SYNC);
        test.amazon.events.clear();
        test.reports.take(event(
                "sync",
                SyncCodec.reported(sync(SyncStatus.IN_SYNC, 1_000)),
                SyncCodec.reported(sync(SyncStatus.IN_SYNC, 1_030))));
        assertEquals(Set.of(), told());
    }

    @Test
    void aSpeakerThatLeavesOpensItsContactOnceItStaysAway() throws IOException {
        RoutingReport there = test.hub.reportOf(RoutingWish.NONE);
        test.hub.away.add(SHELF);
        RoutingReport gone = test.hub.reportOf(RoutingWish.NONE);
        FollowUp later = routed(there, gone).orElseThrow();
        assertTrue(!told().contains(LINK_OF_SHELF));
        test.time.pass(later.after());
        test.reports.follow(later);
        assertEquals(
                "DETECTED", changed(lastOf(LINK_OF_SHELF), "detectionState").asText());
        test.hub.away.clear();
        FollowUp back = routed(gone, there).orElseThrow();
        test.time.pass(back.after());
        test.reports.follow(back);
        assertEquals(
                "NOT_DETECTED", changed(lastOf(LINK_OF_SHELF), "detectionState").asText());
    }

    @Test
    void volumeAndMuteAreTold() throws IOException {
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        TreeMap<SpeakerId, SpeakerWish> louder = new TreeMap<>();
        louder.put(DECK, SpeakerWish.UNTOUCHED.at(new Volume(90)).muted(true));
        routed(before, test.hub.reportOf(new RoutingWish(0, louder)));
        assertEquals(
                90, changed(lastOf(Endpoints.idOf(DEMO, BACKYARD)), "volume").asInt());
    }

    @Test
    void whatTheBoxsPageCommandsBecomesTheNextWish() throws IOException {
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        routed(before, patched(0, Set.of(SHELF)));
        assertEquals(1, test.house().route().n());
        assertEquals(Set.of(SHELF), test.house().route().wish().playing());
        assertEquals(test.house().route().wish(), test.shadows.lastWish());
        assertEquals(
                "APP_INTERACTION",
                lastOf(Endpoints.idOf(DEMO, KITCHEN))
                        .at("/event/payload/change/cause/type")
                        .asText());
        test.amazon.events.clear();
        version--;
        routed(before, patched(0, Set.of(SHELF)));
        assertEquals(1, test.house().route().n(), "delivered again, it is adopted already");
    }

    @Test
    void aLaterCloudWishWinsOnlyOnTheFieldsItNames() throws IOException {
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        test.ask(Directives.to(BACKYARD, "Alexa.PowerController", "TurnOn", "m-1"));
        routed(before, patched(0, Set.of(SHELF)));
        assertEquals(2, test.house().route().n());
        assertEquals(
                Set.of(SHELF, Houses.LEFT, Houses.RIGHT, DECK),
                test.house().route().wish().playing(),
                "the page's kitchen and the cloud's backyard");
    }

    @Test
    void whereBothNamedTheSameTheCloudWins() throws IOException {
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        test.ask(Directives.to(KITCHEN, "Alexa.PowerController", "TurnOn", "m-1"));
        TreeMap<SpeakerId, SpeakerWish> off = new TreeMap<>();
        off.put(SHELF, SpeakerWish.UNTOUCHED.at(new Volume(20)));
        RoutingReport report = new RoutingReport(
                new Stamp(0, 1),
                before.speakers(),
                Optional.empty(),
                before.lastExpired(),
                off,
                before.playback(),
                before.echoes());
        routed(before, report);
        SpeakerWish shelf = test.house().route().wish().of(SHELF);
        assertEquals(true, shelf.on(), "the cloud turned it on");
        assertEquals(new Volume(20), shelf.volume(), "the page turned it down");
    }

    @Test
    void groupsThatComeChangeAndGoAreTold() throws IOException {
        test.ask(Directives.discover(Directives.TOKEN));
        edited(new Edit.CreateGroup(new Name("Pool"), Set.of(DECK)));
        JsonNode added = test.amazon.events.getLast();
        assertEquals("AddOrUpdateReport", added.at("/event/header/name").asText());
        assertEquals(
                Set.of("Pool", "Pool sync", "Line up Pool", "Speaker box"), names(added), "and the box's new output");
        edited(new Edit.RenameGroup(PATIO, new Name("Terrace")));
        assertEquals(
                Set.of("Terrace", "Terrace sync", "Line up Terrace", "Speaker box"),
                names(test.amazon.events.getLast()));
        test.amazon.events.clear();
        edited(new Edit.DeleteGroup(PATIO));
        JsonNode deleted = test.amazon.events.getLast();
        assertEquals("DeleteReport", deleted.at("/event/header/name").asText());
        assertEquals(3, deleted.at("/event/payload/endpoints").size());
        assertEquals(2, test.amazon.events.size());
    }

    @Test
    void withoutANoteOfWhatAlexaKnowsTheOldConfigCounts() throws IOException {
        edited(new Edit.DeleteGroup(PATIO));
        assertEquals(
                "DeleteReport",
                test.amazon.events.getLast().at("/event/header/name").asText());
        assertEquals(Set.of("Speaker box"), names(test.amazon.events.getFirst()));
    }

    @Test
    void aSceneIsADeviceAsSoonAsItIsSaved() throws IOException {
        test.ask(Directives.discover(Directives.TOKEN));
        edited(new Edit.SaveScene(new Name("Party")));
        assertEquals(Set.of("Party"), names(test.amazon.events.getLast()));
    }

    @Test
    void aBusyGatewayMakesTheEventComeAgainAndNothingIsLost() throws IOException {
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        test.amazon.receipts.add(Receipt.TRY_LATER);
        assertThrows(IOException.class, () -> routed(before, patched(0, Set.of(SHELF))));
        version--;
        routed(before, patched(0, Set.of(SHELF)));
        assertEquals(
                "ON",
                changed(lastOf(Endpoints.idOf(DEMO, KITCHEN)), "powerState").asText());
    }

    @Test
    void anAnswerThatTheBusyGatewayDidNotTakeIsGivenWithTheNextDelivery() throws IOException {
        test.hub.deaf = true;
        test.ask(Directives.to(BACKYARD, "Alexa.PowerController", "TurnOn", "m-1"));
        RoutingReport before = test.hub.reportOf(RoutingWish.NONE);
        RoutingReport answer = test.hub.reportOf(test.shadows.lastWish());
        test.amazon.receipts.add(Receipt.TRY_LATER);
        assertThrows(IOException.class, () -> routed(before, answer));
        version--;
        routed(before, answer);
        assertEquals(
                1,
                test.amazon.events.stream()
                        .filter(event -> event.at("/event/header/name").asText().equals("Response"))
                        .count());
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, https://api.amazonalexa.com/v3/events",
        "eu-west-1, https://api.eu.amazonalexa.com/v3/events",
        "us-west-2, https://api.fe.amazonalexa.com/v3/events"
    })
    @Certifies("S6")
    void eachRegionHasItsGateway(String aws, String gateway) {
        assertEquals(gateway, Region.of(aws).events().toString());
        assertThrows(IllegalStateException.class, () -> Region.of("af-south-1"));
    }

    private void edited(Edit edit) throws IOException {
        HouseConfig before = test.house().config();
        EditOutcome outcome = new Editing(test.store, test.shadows).carryOut(test.house(), edit);
        assertTrue(outcome instanceof EditOutcome.Done, outcome::toString);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("thing", Houses.HUB.value()).put("shadowName", "config");
        event.put("timestamp", test.time.instant().getEpochSecond());
        event.putObject("previous").putObject("state").set("desired", ConfigCodec.desired(before));
        event.putObject("current")
                .put("version", ++version)
                .putObject("state")
                .set("desired", ConfigCodec.desired(test.shadows.configs.getLast()));
        var unused = test.reports.take(event);
    }

    private RoutingReport patched(long n, Set<SpeakerId> on) {
        SortedMap<SpeakerId, SpeakerWish> patch = new TreeMap<>();
        on.forEach(id -> patch.put(id, SpeakerWish.UNTOUCHED.turned(true)));
        RoutingReport heard = test.hub.reportOf(new RoutingWish(n, patch));
        return new RoutingReport(
                new Stamp(n, 1),
                heard.speakers(),
                Optional.empty(),
                heard.lastExpired(),
                patch,
                heard.playback(),
                heard.echoes());
    }

    private Optional<FollowUp> routed(RoutingReport before, RoutingReport after) throws IOException {
        Optional<FollowUp> followUp =
                test.reports.take(event("routing", RoutingCodec.reported(before), RoutingCodec.reported(after)));
        test.store.put(test.house().with(after));
        return followUp;
    }

    private Optional<FollowUp> synced(SyncStatus before, SyncStatus after) throws IOException {
        SyncReport report = sync(after, 1_000);
        Optional<FollowUp> followUp =
                test.reports.take(event("sync", SyncCodec.reported(sync(before, 1_000)), SyncCodec.reported(report)));
        test.store.put(test.house().with(report));
        return followUp;
    }

    private SyncReport sync(SyncStatus status, double spread) {
        boolean isMeasured = status != SyncStatus.UNKNOWN;
        TreeMap<ensemble.contract.id.GroupId, GroupSync> groups = new TreeMap<>();
        groups.put(
                PATIO,
                new GroupSync(
                        status,
                        isMeasured
                                ? Optional.of(new GroupSync.Measured(spread, 100, test.time.instant()))
                                : Optional.empty()));
        return new SyncReport(groups, new TreeMap<>());
    }

    private ObjectNode event(String shadow, ObjectNode before, ObjectNode after) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("thing", Houses.HUB.value()).put("shadowName", shadow);
        event.put("timestamp", test.time.instant().getEpochSecond());
        event.putObject("previous").putObject("state").set("reported", before);
        event.putObject("current").put("version", ++version).putObject("state").set("reported", after);
        return event;
    }

    private Set<String> told() {
        return test.amazon.events.stream()
                .map(event -> event.at("/event/endpoint/endpointId").asText())
                .collect(Collectors.toSet());
    }

    private JsonNode lastOf(String endpoint) {
        return test.amazon.events.stream()
                .filter(event -> event.at("/event/endpoint/endpointId").asText().equals(endpoint))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("nothing was told of " + endpoint));
    }

    private static Set<String> names(JsonNode report) {
        List<String> names = new ArrayList<>();
        report.at("/event/payload/endpoints")
                .forEach(endpoint -> names.add(endpoint.path("friendlyName").asText()));
        return Set.copyOf(names);
    }

    private static boolean hasChanged(JsonNode report, String property) {
        for (JsonNode changed : report.at("/event/payload/change/properties")) {
            if (changed.path("name").asText().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode changed(JsonNode report, String property) {
        for (JsonNode changed : report.at("/event/payload/change/properties")) {
            if (changed.path("name").asText().equals(property)) {
                return changed.path("value");
            }
        }
        throw new AssertionError("no new " + property + " in " + report);
    }
}
