package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.HUB;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static ensemble.skill.smarthome.ControlTest.assertError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.Playback;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.Name;
import ensemble.skill.certify.Certifies;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.Editing;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Reports;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every directive of every device, from Alexa's envelope to the hub's wish and back. */
class SurfaceTest {
    private static final String GROUP = id(new EndpointRef.Group(BACKYARD));
    private static final String SINGLE = id(new EndpointRef.Single(DECK));
    private static final String BOX = id(new EndpointRef.Hub(HUB));
    private static final String SCENE = id(new EndpointRef.Saved(new SceneId("party")));
    private static final Set<SpeakerId> YARD = Set.of(LEFT, RIGHT, DECK);

    private final TestHouse test = new TestHouse();
    private int asked;

    /** A directive, and what it must come to. */
    record Row(
            String endpoint, String directive, Object payload, Set<SpeakerId> playing, String answers, String value) {
        @Override
        public String toString() {
            return directive + " " + payload + " to " + endpoint.charAt(0);
        }
    }

    /** The backyard plays at 80 when it begins; the Echo can be told; the scene "party" is the patio alone. */
    static List<Row> directives() {
        return List.of(
                row(GROUP, "Alexa.PowerController.TurnOn", "", YARD, "powerState", "ON"),
                row(GROUP, "Alexa.PowerController.TurnOff", "", Set.of(), "powerState", "OFF"),
                row(SINGLE, "Alexa.PowerController.TurnOn", "", YARD, "powerState", "ON"),
                row(SINGLE, "Alexa.PowerController.TurnOff", "", Set.of(LEFT, RIGHT), "powerState", "OFF"),
                row(GROUP, "Alexa.PlaybackController.Play", "", YARD, "playbackState", "PLAYING"),
                row(SINGLE, "Alexa.PlaybackController.Play", "", Set.of(DECK), "playbackState", "PLAYING"),
                row(GROUP, "Alexa.PlaybackController.Pause", "", YARD, "playbackState", "PAUSED"),
                row(GROUP, "Alexa.PlaybackController.Stop", "", Set.of(), "playbackState", "STOPPED"),
                row(GROUP, "Alexa.PlaybackController.Next", "", YARD, "playbackState", "PLAYING"),
                row(GROUP, "Alexa.PlaybackController.Previous", "", YARD, "playbackState", "PLAYING"),
                row(GROUP, "Alexa.Speaker.SetVolume", "volume 40", YARD, "volume", "40"),
                row(SINGLE, "Alexa.Speaker.SetVolume", "volume 0", YARD, "volume", "0"),
                row(GROUP, "Alexa.Speaker.AdjustVolume", "volume -30", YARD, "volume", "50"),
                row(GROUP, "Alexa.Speaker.AdjustVolume", "volume 5 volumeDefault true", YARD, "volume", "90"),
                row(GROUP, "Alexa.Speaker.AdjustVolume", "volume -5 volumeDefault true", YARD, "volume", "70"),
                row(GROUP, "Alexa.Speaker.SetMute", "mute true", YARD, "muted", "true"),
                row(BOX, "Alexa.ModeController.SetMode", "mode Group.kitchen", Set.of(SHELF), "mode", "Group.kitchen"),
                row(
                        BOX,
                        "Alexa.ModeController.SetMode",
                        "mode Output.Everywhere",
                        Set.of(SHELF, LEFT, RIGHT, DECK),
                        "mode",
                        "Group.all"),
                row(BOX, "Alexa.ModeController.SetMode", "mode Output.Nothing", Set.of(), "mode", "Output.Nothing"),
                row(SCENE, "Alexa.SceneController.Activate", "", Set.of(LEFT, RIGHT), "connectivity", "OK"),
                row(SCENE, "Alexa.SceneController.Deactivate", "", Set.of(DECK), "connectivity", "OK"),
                row(
                        id(new EndpointRef.LineUp(PATIO)),
                        "Alexa.SceneController.Activate",
                        "",
                        YARD,
                        "connectivity",
                        "OK"),
                row(
                        id(new EndpointRef.Identify(DECK)),
                        "Alexa.SceneController.Activate",
                        "",
                        YARD,
                        "connectivity",
                        "OK"));
    }

    @BeforeEach
    void furnish() {
        Editing editing = new Editing(test.store, test.shadows);
        ask(id(new EndpointRef.Group(PATIO)), "Alexa.PowerController.TurnOn", "");
        var unusedScene = editing.carryOut(test.house(), new Edit.SaveScene(new Name("Party")));
        var unusedSetting = editing.carryOut(test.house(), new Edit.Change(new Settings(false, true)));
        ask(GROUP, "Alexa.PowerController.TurnOn", "");
        test.store.put(test.houseWithEcho(true));
        test.hub.playback = Playback.UNKNOWN;
        test.shadows.wishes.clear();
    }

    @ParameterizedTest
    @MethodSource("directives")
    @Certifies({"S1", "S2"})
    void eachAdvertisedDirectiveIsCarriedOut(Row row) {
        long before = test.house().route().n();
        JsonNode answer = ask(row.endpoint(), row.directive(), row.payload().toString());
        assertTrue(
                Set.of("Response", "ActivationStarted", "DeactivationStarted")
                        .contains(answer.at("/event/header/name").asText()),
                answer::toString);
        assertEquals(
                Directives.CORRELATION,
                answer.at("/event/header/correlationToken").asText());
        assertEquals(row.endpoint(), answer.at("/event/endpoint/endpointId").asText());
        assertTrue(!answer.at("/event/header/messageId").asText().startsWith("m-"), "a message id of our own");
        assertEquals(row.playing(), test.house().route().wish().playing());
        assertTrue(test.shadows.wishes.size() <= 1, "at most one wish");
        assertTrue(test.house().route().n() <= before + 1);
        JsonNode value = ControlTest.property(answer, row.answers());
        String said = value.isObject() ? value.elements().next().asText() : value.asText();
        assertEquals(row.value(), said);
    }

    @Test
    @Certifies("S1")
    void noAdvertisedDirectiveIsWithoutATest() {
        Set<String> tested = directives().stream()
                .map(row -> row.endpoint().charAt(0) + " " + row.directive())
                .collect(Collectors.toSet());
        Set<String> advertised = new HashSet<>();
        for (JsonNode endpoint : discovered()) {
            for (JsonNode capability : endpoint.path("capabilities")) {
                operations(capability)
                        .forEach(operation -> advertised.add(
                                endpoint.path("endpointId").asText().charAt(0) + " "
                                        + capability.path("interface").asText() + "." + operation));
            }
        }
        // What a group answers, a single speaker answers by the same code.
        advertised.removeIf(one -> one.startsWith("s ") && tested.contains("g " + one.substring(2)));
        assertEquals(Set.of(), minus(advertised, tested));
        assertTrue(advertised.size() >= 14, advertised::toString);
    }

    @Test
    @Certifies("S3")
    void everyAnnouncedPropertyIsInStateReportAndResponse() {
        for (JsonNode endpoint : discovered()) {
            String id = endpoint.path("endpointId").asText();
            Set<String> announced = new HashSet<>();
            for (JsonNode capability : endpoint.path("capabilities")) {
                for (JsonNode property : capability.at("/properties/supported")) {
                    announced.add(key(capability.path("interface").asText(), capability, property));
                    assertTrue(capability.at("/properties/retrievable").asBoolean());
                    assertTrue(capability.at("/properties/proactivelyReported").asBoolean());
                }
            }
            assertEquals(announced, reported(ask(id, "Alexa.ReportState", "")), id);
            boolean plays = id.startsWith("g:") || id.startsWith("s:");
            if (plays) {
                assertEquals(announced, reported(ask(id, "Alexa.PowerController.TurnOn", "")), id);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "g, Alexa.Speaker.SetVolume, volume 101, VALUE_OUT_OF_RANGE",
        "g, Alexa.Speaker.SetVolume, volume -1, VALUE_OUT_OF_RANGE",
        "g, Alexa.Speaker.AdjustVolume, volume -101, VALUE_OUT_OF_RANGE",
        "g, Alexa.Speaker.SetVolume, volume loud, INVALID_VALUE",
        "g, Alexa.Speaker.SetVolume, '', INVALID_VALUE",
        "g, Alexa.Speaker.SetMute, mute maybe, INVALID_VALUE",
        "h, Alexa.ModeController.SetMode, mode Group.attic, INVALID_VALUE",
        "h, Alexa.ModeController.SetMode, mode Output.Mix, INVALID_VALUE",
        "h, Alexa.ModeController.SetMode, '', INVALID_VALUE",
        "g, Alexa.ModeController.SetMode, mode Sync.InSync, INVALID_DIRECTIVE",
        "y, Alexa.PowerController.TurnOn, '', INVALID_DIRECTIVE",
        "h, Alexa.PowerController.TurnOn, '', INVALID_DIRECTIVE",
        "l, Alexa.SceneController.Activate, '', INVALID_DIRECTIVE",
        "u, Alexa.SceneController.Deactivate, '', INVALID_DIRECTIVE",
        "g, Alexa.RangeController.SetRangeValue, rangeValue 3, INVALID_DIRECTIVE",
        "h, Alexa.ModeController.AdjustMode, modeDelta 1, INVALID_DIRECTIVE",
        "g, Alexa.PlaybackController.Rewind, '', INVALID_DIRECTIVE",
        "g, Alexa.Cooking.SetCookingMode, '', INVALID_DIRECTIVE"
    })
    @Certifies("S4")
    void whatCannotBeIsRefusedByItsName(char kind, String directive, String payload, String error) {
        JsonNode endpoint = discovered().stream()
                .filter(one -> one.path("endpointId").asText().charAt(0) == kind)
                .findFirst()
                .orElseThrow();
        long before = test.house().route().n();
        assertError(error, ask(endpoint.path("endpointId").asText(), directive, payload));
        assertEquals(before, test.house().route().n(), "nothing was written");
    }

    @Test
    @Certifies("S4")
    void anotherInstanceThanTheOutputCannotBeSet() {
        ObjectNode envelope = envelope(BOX, "Alexa.ModeController.SetMode", "mode Group.kitchen");
        ((ObjectNode) envelope.at("/directive/header")).put("instance", "Hub.Colour");
        assertError("INVALID_DIRECTIVE", test.ask(envelope));
    }

    @Test
    @Certifies({"S4", "X4"})
    void aDeviceThatIsNoMoreOrWasNeverShownIsNoSuchEndpoint() {
        for (EndpointRef gone : List.of(
                new EndpointRef.Saved(new SceneId("funeral")),
                new EndpointRef.Link(new SpeakerId("ghost")),
                new EndpointRef.Hub(new ensemble.contract.id.HubId("other-box")))) {
            assertError("NO_SUCH_ENDPOINT", ask(id(gone), "Alexa.ReportState", ""));
        }
        var unused = new Editing(test.store, test.shadows).carryOut(test.house(), new Edit.Change(Settings.USUAL));
        assertError("NO_SUCH_ENDPOINT", ask(SINGLE, "Alexa.PowerController.TurnOn", ""));
    }

    @Test
    void whereTheEchoCannotBeToldNextIsHonestlyRefused() {
        test.store.put(test.houseWithEcho(false));
        assertError("NOT_SUPPORTED_IN_CURRENT_MODE", ask(GROUP, "Alexa.PlaybackController.Next", ""));
        assertEquals(
                "PAUSED",
                ControlTest.property(ask(GROUP, "Alexa.PlaybackController.Pause", ""), "playbackState")
                        .path("state")
                        .asText());
        assertEquals(true, test.shadows.lastWish().of(DECK).muted());
    }

    @Test
    void aMeasuringBoxIsBusyAndADeadMicrophoneUnreachable() {
        String lineUp = id(new EndpointRef.LineUp(PATIO));
        test.hub.echo = Optional.of(TicketEcho.BUSY);
        assertError("ENDPOINT_BUSY", ask(lineUp, "Alexa.SceneController.Activate", ""));
        test.hub.echo = Optional.of(TicketEcho.AWAY);
        assertError("ENDPOINT_UNREACHABLE", ask(lineUp, "Alexa.SceneController.Activate", ""));
        test.hub.echo = Optional.of(TicketEcho.RUNNING);
        JsonNode started = ask(lineUp, "Alexa.SceneController.Activate", "");
        assertEquals("ActivationStarted", started.at("/event/header/name").asText());
        assertTrue(
                test.shadows.lastWish().tickets().stream().map(Ticket::subject).anyMatch("patio"::equals));
    }

    @Test
    void speakersWithEmptyBatteriesAreLowOnPower() {
        test.hub.away.add(DECK);
        Reports reports = test.house().reports();
        TreeMap<SpeakerId, SpeakerHealth> healths = new TreeMap<>();
        healths.put(
                DECK,
                new SpeakerHealth(
                        SpeakerTrouble.BATTERY_LOW, OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty()));
        HealthReport health = new HealthReport(
                "test",
                1,
                FakeTime.START,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                EchoHealth.UNKNOWN,
                healths);
        test.store.put(test.house().with(new Reports(reports.routing(), reports.sync(), Optional.of(health))));
        JsonNode answer = ask(SINGLE, "Alexa.PlaybackController.Play", "");
        assertError("ENDPOINT_LOW_POWER", answer);
        assertEquals(2, answer.at("/event/payload/percentageState").asInt());
    }

    @Test
    @Certifies("S5")
    void discoveryStaysWithinAlexasBoundsAndNamesAreUnique() {
        Map<String, Integer> names = new HashMap<>();
        for (JsonNode endpoint : discovered()) {
            names.merge(endpoint.path("friendlyName").asText(), 1, Integer::sum);
            assertTrue(endpoint.path("friendlyName").asText().length() <= 128);
            assertTrue(endpoint.path("description").asText().length() <= 128);
            assertTrue(endpoint.path("endpointId").asText().length() <= 256);
            assertTrue(endpoint.path("capabilities").size() <= 100);
        }
        assertTrue(names.size() <= 300);
        assertTrue(names.values().stream().allMatch(count -> count == 1), names::toString);
    }

    @Test
    void theOutputOfASetThatIsNoGroupIsAMix() {
        ask(id(new EndpointRef.Group(KITCHEN)), "Alexa.PowerController.TurnOn", "");
        ask(SINGLE, "Alexa.PowerController.TurnOff", "");
        assertEquals(
                "Output.Mix",
                ControlTest.property(ask(BOX, "Alexa.ReportState", ""), "mode").asText());
    }

    private static Set<String> operations(JsonNode capability) {
        Set<String> operations = new HashSet<>();
        capability.path("supportedOperations").forEach(one -> operations.add(one.asText()));
        boolean readOnly = capability.at("/properties/nonControllable").asBoolean(false);
        operations.addAll(
                switch (capability.path("interface").asText()) {
                    case "Alexa.PowerController" -> Set.of("TurnOn", "TurnOff");
                    case "Alexa.Speaker" -> Set.of("SetVolume", "AdjustVolume", "SetMute");
                    case "Alexa.ModeController" -> readOnly ? Set.<String>of() : Set.of("SetMode");
                    case "Alexa.SceneController" ->
                        capability.path("supportsDeactivation").asBoolean()
                                ? Set.of("Activate", "Deactivate")
                                : Set.of("Activate");
                    default -> Set.<String>of();
                });
        return operations;
    }

    private static Set<String> reported(JsonNode answer) {
        Set<String> reported = new HashSet<>();
        for (JsonNode property : answer.at("/context/properties")) {
            reported.add(key(property.path("namespace").asText(), property, property));
        }
        return reported;
    }

    private static String key(String alexaInterface, JsonNode instanced, JsonNode named) {
        return alexaInterface + "/" + instanced.path("instance").asText() + "/"
                + named.path("name").asText();
    }

    private List<JsonNode> discovered() {
        List<JsonNode> endpoints = new java.util.ArrayList<>();
        test.ask(Directives.discover(Directives.TOKEN))
                .at("/event/payload/endpoints")
                .forEach(endpoints::add);
        return endpoints;
    }

    private JsonNode ask(String endpoint, String directive, String payload) {
        return test.ask(envelope(endpoint, directive, payload));
    }

    /** @param payload names and values by turns */
    private ObjectNode envelope(String endpoint, String directive, String payload) {
        int dot = directive.lastIndexOf('.');
        ObjectNode envelope = Directives.to(
                endpoint, Directives.TOKEN, directive.substring(0, dot), directive.substring(dot + 1), "m-" + asked++);
        if (directive.startsWith("Alexa.ModeController")) {
            ((ObjectNode) envelope.at("/directive/header"))
                    .put("instance", endpoint.startsWith("h:") ? "Hub.Output" : "Group.Sync");
        }
        ObjectNode node = ((ObjectNode) envelope.path("directive")).putObject("payload");
        String[] words = payload.isEmpty() ? new String[0] : payload.split(" ", -1);
        for (int i = 0; i + 1 < words.length; i += 2) {
            node.set(words[i], value(words[i + 1]));
        }
        return envelope;
    }

    private static JsonNode value(String word) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (word.equals("true") || word.equals("false")) {
            return json.booleanNode(Boolean.parseBoolean(word));
        }
        return word.matches("-?\\d+") ? json.numberNode(Integer.parseInt(word)) : json.textNode(word);
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }

    private static String id(EndpointRef endpoint) {
        return Endpoints.idOf(Houses.DEMO, endpoint);
    }

    private static Row row(
            String endpoint, String directive, String payload, Set<SpeakerId> playing, String answers, String value) {
        return new Row(endpoint, directive, payload, playing, answers, value);
    }
}
