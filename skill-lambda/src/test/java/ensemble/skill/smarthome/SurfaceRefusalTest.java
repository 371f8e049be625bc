package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.HUB;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.smarthome.ControlTest.assertError;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.skill.certify.Certifies;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.Editing;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Reports;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every failure of a directive is the error that Amazon has for it. */
class SurfaceRefusalTest {
    private static final String GROUP = SurfaceRig.id(new EndpointRef.Group(BACKYARD));
    private static final String SINGLE = SurfaceRig.id(new EndpointRef.Single(DECK));
    private static final String BOX = SurfaceRig.id(new EndpointRef.Hub(HUB));

    private final SurfaceRig rig = new SurfaceRig();
    private final TestHouse test = rig.test;

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
        JsonNode endpoint = rig.discovered().stream()
                .filter(one -> one.path("endpointId").asText().charAt(0) == kind)
                .findFirst()
                .orElseThrow();
        long before = test.house().route().n();
        assertError(error, rig.ask(endpoint.path("endpointId").asText(), directive, payload));
        assertEquals(before, test.house().route().n(), "nothing was written");
    }

    @Test
    @Certifies("S4")
    void anotherInstanceThanTheOutputCannotBeSet() {
        ObjectNode envelope = rig.envelope(BOX, "Alexa.ModeController.SetMode", "mode Group.kitchen");
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
            assertError("NO_SUCH_ENDPOINT", rig.ask(SurfaceRig.id(gone), "Alexa.ReportState", ""));
        }
        var unused = new Editing(test.store, test.shadows).carryOut(test.house(), new Edit.Change(Settings.USUAL));
        assertError("NO_SUCH_ENDPOINT", rig.ask(SINGLE, "Alexa.PowerController.TurnOn", ""));
    }

    @Test
    void whereTheEchoCannotBeToldNextIsHonestlyRefused() {
        test.store.put(test.houseWithEcho(false));
        assertError("NOT_SUPPORTED_IN_CURRENT_MODE", rig.ask(GROUP, "Alexa.PlaybackController.Next", ""));
        assertEquals(
                "PAUSED",
                ControlTest.property(rig.ask(GROUP, "Alexa.PlaybackController.Pause", ""), "playbackState")
                        .path("state")
                        .asText());
        assertEquals(true, test.shadows.lastWish().of(DECK).muted());
    }

    @Test
    void aMeasuringBoxIsBusyAndADeadMicrophoneUnreachable() {
        String lineUp = SurfaceRig.id(new EndpointRef.LineUp(PATIO));
        test.hub.echo = Optional.of(TicketEcho.BUSY);
        assertError("ENDPOINT_BUSY", rig.ask(lineUp, "Alexa.SceneController.Activate", ""));
        test.hub.echo = Optional.of(TicketEcho.AWAY);
        assertError("ENDPOINT_UNREACHABLE", rig.ask(lineUp, "Alexa.SceneController.Activate", ""));
        test.hub.echo = Optional.of(TicketEcho.RUNNING);
        JsonNode started = rig.ask(lineUp, "Alexa.SceneController.Activate", "");
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
        JsonNode answer = rig.ask(SINGLE, "Alexa.PlaybackController.Play", "");
        assertError("ENDPOINT_LOW_POWER", answer);
        assertEquals(2, answer.at("/event/payload/percentageState").asInt());
    }
}
