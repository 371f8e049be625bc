package ensemble.gateway.bluetooth;

import static ensemble.gateway.bluetooth.Story.DONGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.SpeakerHealth.State;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of one speaker: sleep, battery, its other half, its codec, its buttons. */
class SpeakerStoriesTest {
    private Story story = new Story();

    @BeforeEach
    void freshBox() {
        story = new Story();
    }

    @Test
    void aReleasedSpeakerIsCalledWhenWantedAndLetGoLater() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.released("deck", speaker, 10);
        story.pass(60);
        assertEquals(State.ASLEEP, story.state(deck));
        assertEquals(0, story.count(Connect.class));

        story.wanted.add(deck);
        story.until("it is called", 1, () -> speaker.connectedTo.isPresent());
        story.pass(3600);
        assertTrue(speaker.connectedTo.isPresent());
        story.wanted.clear();
        story.pass(590);
        assertTrue(speaker.connectedTo.isPresent());
        story.pass(20);
        assertFalse(speaker.connectedTo.isPresent());
        assertEquals(State.ASLEEP, story.state(deck));
    }

    @Test
    void aReleasedSpeakerThatItsOwnerSwitchesOnIsNotThrownOut() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        story.released("deck", speaker, 10);
        story.pass(60);
        speaker.calls(DONGLE);
        story.pass(590);
        assertTrue(speaker.connectedTo.isPresent());
    }

    @Test
    void autoStandbyIsRecognisedNamedAndNotFoughtAgainst() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        story.until("it is up", 5, () -> speaker.connectedTo.isPresent());
        for (int night = 0; night < StandbyWatch.TIMES; night++) {
            story.sounding.add(deck);
            story.pass(30);
            story.sounding.clear();
            story.pass(900 + night);
            speaker.on = false;
            speaker.drops();
            story.pass(5);
            speaker.on = true;
            speaker.calls(DONGLE);
            story.pass(1);
        }
        assertTrue(
                story.sentence(Finding.Kind.AUTO_STANDBY)
                        .startsWith("deck switches itself off after about 15 minutes without sound."),
                () -> story.sentence(Finding.Kind.AUTO_STANDBY));
        long calls = story.count(Connect.class);
        story.pass(900);
        speaker.on = false;
        speaker.drops();
        story.pass(3600);
        assertEquals(State.ASLEEP, story.state(deck));
        assertEquals(calls, story.count(Connect.class));
        speaker.on = true;
        story.wanted.add(deck);
        story.until("it is called when it is to play", 3, () -> speaker.connectedTo.isPresent());
    }

    @Test
    void aLowBatteryIsAnnouncedOnceBeforeItIsEmpty() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        for (int percent = 40; percent >= 5; percent--) {
            speaker.battery = OptionalInt.of(percent);
            story.pass(5);
        }
        assertEquals(
                List.of(new BluetoothEvent.BatteryLow(deck, 15)),
                story.events.stream()
                        .filter(BluetoothEvent.BatteryLow.class::isInstance)
                        .toList());
        assertTrue(story.sentence(Finding.Kind.LOW_BATTERY).startsWith("deck has 5 percent of its battery left."));
    }

    @Test
    void theSecondHalfOfALinkedPairIsLetGo() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker first = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        FakeRadio.Speaker second = story.radio.speaker("00:00:00:00:00:A2", DONGLE);
        story.add("deck", new SpeakerSetting(first.address, Optional.of(second.address), OptionalInt.empty()));
        story.pass(5);
        assertTrue(first.connectedTo.isPresent());
        assertFalse(second.connectedTo.isPresent());
        second.calls(DONGLE);
        story.look();
        assertTrue(story.finds(Finding.Kind.SECOND_HALF));
        story.pass(2);
        assertFalse(second.connectedTo.isPresent());
    }

    @Test
    void aCodecThatChangesIsAnEvent() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        story.pass(5);
        speaker.codec = Codec.AAC;
        story.pass(5);
        assertEquals(new BluetoothEvent.CodecChanged(deck, Codec.SBC, Codec.AAC), story.events.getLast());
    }

    @Test
    void unlikeCodecsInOneGroupAreNamed() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker one = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        FakeRadio.Speaker other = story.radio.speaker("00:00:00:00:00:A2", DONGLE);
        other.codec = Codec.LDAC;
        story.wanted.add(story.kept("deck", one));
        story.pass(5);
        assertFalse(story.finds(Finding.Kind.CODECS_DIFFER));
        story = storyWith(one, other);
        story.pass(5);
        assertTrue(story.sentence(Finding.Kind.CODECS_DIFFER).contains("LDAC and SBC"));
        assertTrue(story.sentence(Finding.Kind.CODECS_DIFFER).contains("Set the audio server to SBC for all"));
    }

    private Story storyWith(FakeRadio.Speaker one, FakeRadio.Speaker other) {
        Story next = new Story();
        next.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker first = next.radio.speaker(one.address.text(), DONGLE);
        FakeRadio.Speaker second = next.radio.speaker(other.address.text(), DONGLE);
        second.codec = other.codec;
        next.wanted.add(next.kept("deck", first));
        next.wanted.add(next.kept("patio", second));
        return next;
    }

    @Test
    void aSpeakerWithoutASinkInTheAudioServerIsNamed() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        OutputId deck = story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        story.pass(20);
        assertTrue(story.finds(Finding.Kind.NO_SINK));
        story.sinks.add(deck);
        story.look();
        assertFalse(story.finds(Finding.Kind.NO_SINK));
    }

    @Test
    void aPressOnASpeakersButtonsIsToldAndTheSpeakerIsPutBack() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        story.pass(5);
        speaker.volume = OptionalInt.of(96);
        story.pass(60);
        assertEquals(List.of(new BluetoothView.VolumeTurn(Optional.of(deck), 80, 96)), story.turns);
        assertEquals(1, story.count(RadioCommand.SetVolume.class));
        assertEquals(OptionalInt.of(80), speaker.volume);
    }
}
