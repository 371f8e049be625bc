package ensemble.gateway.bluetooth;

import static ensemble.gateway.bluetooth.Story.BUILT_IN;
import static ensemble.gateway.bluetooth.Story.DONGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import ensemble.gateway.bluetooth.SpeakerHealth.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of the Echo: its window, its link, its volume, and what is wrong with it. */
class EchoStoriesTest {
    private Story story = new Story();

    @BeforeEach
    void freshBox() {
        story = new Story();
    }

    @Test
    void theEchoUsesUpTheBuiltInRadio() {
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", BUILT_IN);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        OutputId deck = story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", BUILT_IN));

        story.until("the Echo is there", 10, () -> echo.connectedTo.isPresent());
        story.pass(30);

        assertEquals(State.NO_ROOM, story.state(deck));
        assertTrue(story.sentence(Finding.Kind.REFUSED_NO_ROOM).contains("used by the Echo"));
    }

    @Test
    void theEchosWindowAdmitsOnlyWhileItIsOpen() {
        FakeRadio.Box box = story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        story.echo = Optional.of(new EchoSetting(Optional.empty(), Optional.empty()));
        Address stranger = new Address("00:00:00:00:00:99");
        story.pass(400);
        assertFalse(story.radio.admission.admits(stranger, story.now));
        assertFalse(box.discoverable);
        assertTrue(story.sentence(Finding.Kind.NO_ECHO).startsWith("no Echo has been paired with this box."));

        story.desk.ask(new PersonRequest.OpenWindow(Duration.ofMinutes(2)));
        story.pass(1);
        assertTrue(box.discoverable);
        assertTrue(story.radio.admission.admits(stranger, story.now));
        assertFalse(story.radio.admission.admits(stranger, story.now + 120_000_000_000L), "even if nobody closes it");

        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", BUILT_IN);
        echo.calls(BUILT_IN);
        story.pass(150);
        assertFalse(box.discoverable);
        assertFalse(story.finds(Finding.Kind.NO_ECHO));
        assertEquals(Admission.NOBODY, story.radio.admission);
    }

    @Test
    void aKnownEchoIsTheOnlyOneThatTheWindowAdmits() {
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        Address echo = new Address("00:00:00:00:00:E1");
        story.echo = Optional.of(new EchoSetting(Optional.of(echo), Optional.empty()));
        story.desk.ask(new PersonRequest.OpenWindow(Duration.ofMinutes(2)));
        story.pass(1);
        assertTrue(story.radio.admission.admits(echo, story.now));
        assertFalse(story.radio.admission.admits(new Address("00:00:00:00:00:99"), story.now));
    }

    @Test
    void aLostEchoIsCalledBack() {
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", BUILT_IN);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        story.until("it is there", 5, () -> echo.connectedTo.isPresent());
        story.pass(120);
        echo.drops();
        assertTrue(story.until("it is back", 5, () -> echo.connectedTo.isPresent()) <= 3);
    }

    @Test
    void anotherSourceInTheEchosPlaceIsNamed() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", DONGLE);
        echo.on = false;
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        FakeRadio.Speaker other = story.radio.echo("00:00:00:00:00:E2", DONGLE);
        other.name = "Echo Bedroom";
        other.calls(DONGLE);
        story.pass(20);
        assertTrue(story.sentence(Finding.Kind.WRONG_ECHO).startsWith("\"Echo Bedroom\" sends its sound to this box"));
    }

    @Test
    void anEchoThatPlaysElsewhereIsSilentHere() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", DONGLE);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        echo.player = Optional.of(
                new PlayerFacts(PlayerFacts.Status.PLAYING, Optional.of("Blue"), Optional.empty(), Optional.empty()));
        story.programSounds = Optional.of(true);
        story.pass(60);
        assertFalse(story.finds(Finding.Kind.ECHO_SILENT));

        story.programSounds = Optional.of(false);
        story.pass(60);

        assertTrue(story.sentence(Finding.Kind.ECHO_SILENT).contains("multi-room group"));
        assertEquals(
                Optional.of("Blue"),
                story.view.echo().flatMap(BluetoothView.EchoHealth::player).flatMap(PlayerFacts::title));
    }

    @Test
    void keysAreForTheEcho() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", DONGLE);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        story.pass(5);
        story.desk.ask(new PersonRequest.PressKey(RadioCommand.Key.NEXT));
        story.pass(1);
        assertEquals(new RadioCommand.Press(echo.address, RadioCommand.Key.NEXT), story.radio.done.getLast());
    }

    @Test
    void aPersonsTurnOfTheEchoIsToldOnceAndNotAnswered() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = story.radio.echo("00:00:00:00:00:E1", DONGLE);
        story.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        story.pass(5);
        echo.volume = OptionalInt.of(64);
        story.pass(60);
        assertEquals(List.of(new BluetoothView.VolumeTurn(Optional.empty(), 80, 64)), story.turns);
        assertEquals(0, story.count(RadioCommand.SetVolume.class));
    }
}
