package ensemble.gateway.bluetooth;

import static ensemble.gateway.bluetooth.Story.DONGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is told to the other half, from stories of the keeper. */
class ToldHealthTest {
    private final Story story = new Story();

    private SpeakerTrouble trouble(OutputId output) {
        return ToldHealth.speakers(story.view)
                .getOrDefault(output, ensemble.contract.state.SpeakerHealth.UNKNOWN)
                .trouble();
    }

    @Test
    void troubleBatteryAndDrops() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker good = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        good.battery = OptionalInt.of(80);
        FakeRadio.Speaker off = story.radio.speaker("00:00:00:00:00:A2", DONGLE);
        off.on = false;
        OutputId deck = story.kept("deck", good);
        OutputId patio = story.kept("patio", off);
        OutputId shed = story.kept("shed", story.radio.speaker("00:00:00:00:00:A3", DONGLE));
        story.pass(70);
        assertEquals(SpeakerTrouble.NONE, trouble(deck));
        assertEquals(SpeakerTrouble.AWAY, trouble(patio));
        assertEquals(SpeakerTrouble.NO_CAPACITY, trouble(shed));
        good.drops();
        story.pass(10);
        good.battery = OptionalInt.of(10);
        good.channel = false;
        story.look();
        assertEquals(SpeakerTrouble.NO_SOUND_TAKEN, trouble(deck), "the more pressing one first");
        good.channel = true;
        story.look();
        assertEquals(SpeakerTrouble.BATTERY_LOW, trouble(deck));
        var told = ToldHealth.speakers(story.view).get(deck);
        assertEquals(
                new ensemble.contract.state.SpeakerHealth(
                        SpeakerTrouble.BATTERY_LOW, OptionalInt.of(10), OptionalInt.empty(), OptionalInt.of(1)),
                told);
        story.pass(86_400);
        assertEquals(
                OptionalInt.of(0),
                ToldHealth.speakers(story.view)
                        .getOrDefault(deck, ensemble.contract.state.SpeakerHealth.UNKNOWN)
                        .drops());
    }

    @Test
    void theEcho() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        story.look();
        assertEquals(Optional.empty(), ToldHealth.echo(story.view), "this box is not fed by Bluetooth");
        Story fed = new Story();
        fed.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker echo = fed.radio.echo("00:00:00:00:00:E1", DONGLE);
        fed.echo = Optional.of(new EchoSetting(Optional.of(echo.address), Optional.empty()));
        echo.player = Optional.of(
                new PlayerFacts(PlayerFacts.Status.PAUSED, Optional.empty(), Optional.empty(), Optional.empty()));
        fed.pass(5);
        assertEquals(Optional.of(new EchoHealth(EchoLink.UNKNOWN, true)), ToldHealth.echo(fed.view));
        echo.on = false;
        echo.drops();
        fed.pass(15);
        assertEquals(Optional.of(new EchoHealth(EchoLink.NONE, false)), ToldHealth.echo(fed.view));
    }
}
