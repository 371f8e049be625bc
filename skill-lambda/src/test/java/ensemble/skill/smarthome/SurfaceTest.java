package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.HUB;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.SpeakerId;
import ensemble.skill.certify.Certifies;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.SceneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every directive of every device, from Alexa's envelope to the hub's wish and back. */
class SurfaceTest {
    private static final String GROUP = SurfaceRig.id(new EndpointRef.Group(BACKYARD));
    private static final String SINGLE = SurfaceRig.id(new EndpointRef.Single(DECK));
    private static final String BOX = SurfaceRig.id(new EndpointRef.Hub(HUB));
    private static final String SCENE = SurfaceRig.id(new EndpointRef.Saved(new SceneId("party")));
    private static final Set<SpeakerId> YARD = Set.of(LEFT, RIGHT, DECK);

    private final SurfaceRig rig = new SurfaceRig();
    private final TestHouse test = rig.test;

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
                        SurfaceRig.id(new EndpointRef.LineUp(PATIO)),
                        "Alexa.SceneController.Activate",
                        "",
                        YARD,
                        "connectivity",
                        "OK"),
                row(
                        SurfaceRig.id(new EndpointRef.Identify(DECK)),
                        "Alexa.SceneController.Activate",
                        "",
                        YARD,
                        "connectivity",
                        "OK"));
    }

    @ParameterizedTest
    @MethodSource("directives")
    @Certifies({"S1", "S2"})
    void eachAdvertisedDirectiveIsCarriedOut(Row row) {
        long before = test.house().route().n();
        JsonNode answer = rig.ask(row.endpoint(), row.directive(), row.payload().toString());
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
        for (JsonNode endpoint : rig.discovered()) {
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
        for (JsonNode endpoint : rig.discovered()) {
            String id = endpoint.path("endpointId").asText();
            Set<String> announced = new HashSet<>();
            for (JsonNode capability : endpoint.path("capabilities")) {
                for (JsonNode property : capability.at("/properties/supported")) {
                    announced.add(key(capability.path("interface").asText(), capability, property));
                    assertTrue(capability.at("/properties/retrievable").asBoolean());
                    assertTrue(capability.at("/properties/proactivelyReported").asBoolean());
                }
            }
            assertEquals(announced, reported(rig.ask(id, "Alexa.ReportState", "")), id);
            boolean plays = id.startsWith("g:") || id.startsWith("s:");
            if (plays) {
                assertEquals(announced, reported(rig.ask(id, "Alexa.PowerController.TurnOn", "")), id);
            }
        }
    }

    @Test
    @Certifies("S5")
    void discoveryStaysWithinAlexasBoundsAndNamesAreUnique() {
        Map<String, Integer> names = new HashMap<>();
        for (JsonNode endpoint : rig.discovered()) {
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
        rig.ask(SurfaceRig.id(new EndpointRef.Group(KITCHEN)), "Alexa.PowerController.TurnOn", "");
        rig.ask(SINGLE, "Alexa.PowerController.TurnOff", "");
        assertEquals(
                "Output.Mix",
                ControlTest.property(rig.ask(BOX, "Alexa.ReportState", ""), "mode")
                        .asText());
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

    private static Set<String> minus(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toSet());
    }

    private static Row row(
            String endpoint, String directive, String payload, Set<SpeakerId> playing, String answers, String value) {
        return new Row(endpoint, directive, payload, playing, answers, value);
    }
}
