package ensemble.gateway.bluetooth;

import static ensemble.gateway.bluetooth.Story.BUILT_IN;
import static ensemble.gateway.bluetooth.Story.DONGLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.RadioCommand.ConnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Disconnect;
import ensemble.gateway.bluetooth.RadioCommand.Pair;
import ensemble.gateway.bluetooth.SpeakerHealth.State;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of a box with speakers. The fake radio fails the test on two operations at once or a stream too many. */
class BluetoothKeeperTest {
    private Story story = new Story();

    @BeforeEach
    void freshBox() {
        story = new Story();
    }

    @Test
    void afterAStartSpeakersAreCalledOneAfterAnother() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 3);
        story.adapters.put(DONGLE, new BluetoothSettings.AdapterSetting(OptionalInt.of(3)));
        OutputId deck = story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        OutputId patio = story.kept("patio", story.radio.speaker("00:00:00:00:00:A2", DONGLE));
        OutputId shelf = story.kept("shelf", story.radio.speaker("00:00:00:00:00:A3", DONGLE));

        story.pass(0.3);
        assertTrue(story.radio.streams(DONGLE) <= 1, "not all at once");
        story.until("all play", 5, () -> story.radio.streams(DONGLE) == 3);

        story.pass(1);
        for (OutputId output : List.of(deck, patio, shelf)) {
            assertEquals(State.READY, story.state(output));
        }
        assertEquals(3, story.radio.done.size(), () -> "each was called once: " + story.radio.done);
    }

    @Test
    void lookingAgainAtTheSameFactsBeginsNothing() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        story.pass(10);
        int before = story.radio.done.size();

        story.pass(600);

        assertEquals(before, story.radio.done.size());
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheReasonAndNeverCalled() {
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 1);
        story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", BUILT_IN));
        OutputId patio = story.kept("patio", story.radio.speaker("00:00:00:00:00:A2", BUILT_IN));

        story.pass(60);

        assertEquals(State.NO_ROOM, story.state(patio));
        assertTrue(
                story.sentence(Finding.Kind.REFUSED_NO_ROOM)
                        .startsWith(
                                "patio is not connected, because the radios are full (the built-in radio (hci0) bears"
                                        + " 1; used by deck). Add a USB radio"),
                () -> story.sentence(Finding.Kind.REFUSED_NO_ROOM));
        assertEquals(1, story.count(Connect.class));
    }

    @Test
    void oneTooManyThatCallsByItselfIsLetGo() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        story.kept("patio", story.radio.speaker("00:00:00:00:00:A2", DONGLE));
        FakeRadio.Speaker third = story.radio.speaker("00:00:00:00:00:A3", DONGLE);
        OutputId shelf = story.kept("shelf", third);
        story.until("two play", 5, () -> story.radio.streams(DONGLE) == 2);
        third.calls(DONGLE);
        story.pass(2);
        assertEquals(2, story.radio.streams(DONGLE));
        assertEquals(State.NO_ROOM, story.state(shelf));
    }

    @Test
    void theOwnerMayTrustARadioWithMoreAndIsReminded() {
        story.radio.adapter(BUILT_IN.text(), AdapterKind.BUILT_IN, 2);
        story.adapters.put(BUILT_IN, new BluetoothSettings.AdapterSetting(OptionalInt.of(2)));
        story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", BUILT_IN));
        story.kept("patio", story.radio.speaker("00:00:00:00:00:A2", BUILT_IN));

        story.until("both play", 10, () -> story.radio.streams(BUILT_IN) == 2);

        assertTrue(story.sentence(Finding.Kind.RAISED_ABOVE_DEFAULT)
                .startsWith("the built-in radio (hci0) is trusted with 2 streams where 1 is certain"));
    }

    @Test
    void aSpeakerThatDroppedAndCallsByItselfIsBackAtOnce() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        story.pass(5);
        speaker.on = false;
        speaker.drops();
        story.pass(400);
        assertEquals(State.CALLING, story.state(deck));
        long calls = story.count(Connect.class);

        speaker.on = true;
        speaker.calls(DONGLE);
        story.look();

        assertEquals(State.READY, story.state(deck));
        assertEquals(calls, story.count(Connect.class), "nothing needed doing");
        assertTrue(calls <= 13, "calls become rare: " + calls);
    }

    @Test
    void oneThatNeverAnswersIsGivenUpWithOneReportAndComesBackWhenItCalls() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        speaker.on = false;
        OutputId deck = story.kept("deck", speaker);

        story.pass(3 * 3600);

        assertEquals(State.GIVEN_UP, story.state(deck));
        assertEquals(LinkPolicy.MOST_CALLS, story.count(Connect.class));
        assertEquals(
                1,
                story.events.stream()
                        .filter(BluetoothEvent.GivenUp.class::isInstance)
                        .count());
        assertTrue(story.sentence(Finding.Kind.GIVEN_UP)
                .startsWith(
                        "deck was called in vain and is left alone now; it does not answer: off, asleep or out of"));
        speaker.on = true;
        speaker.calls(DONGLE);
        story.look();
        assertEquals(State.READY, story.state(deck));
    }

    @Test
    void wishingForOneThatWasGivenUpCallsItAgain() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        speaker.on = false;
        OutputId deck = story.kept("deck", speaker);
        story.pass(3 * 3600);
        speaker.on = true;

        story.wanted.add(deck);

        story.until("it is back", 3, () -> speaker.connectedTo.isPresent());
    }

    @Test
    void aFlappingSpeakerIsLeftAloneAndTheOthersAreNotDisturbed() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker flapping = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        FakeRadio.Speaker good = story.radio.speaker("00:00:00:00:00:A2", DONGLE);
        OutputId deck = story.kept("deck", flapping);
        OutputId patio = story.kept("patio", good);
        for (int drop = 0; drop < LinkPolicy.FLAPS; drop++) {
            story.until("it is up", 60, () -> flapping.connectedTo.isPresent());
            story.pass(2);
            flapping.drops();
            story.pass(0.1);
        }
        assertEquals(State.ISOLATED, story.state(deck));
        long calls = story.count(Connect.class);

        story.pass(590);
        assertEquals(calls, story.count(Connect.class), "left alone");
        assertEquals(State.READY, story.state(patio));
        assertTrue(good.connectedTo.isPresent());

        story.until("it is tried again", 60, () -> flapping.connectedTo.isPresent());
        assertEquals(
                1,
                story.events.stream()
                        .filter(BluetoothEvent.Isolated.class::isInstance)
                        .count());
    }

    @Test
    void anIsolatedOneThatComesByItselfCountsOnlyAfterAMinute() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker flapping = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", flapping);
        for (int drop = 0; drop < LinkPolicy.FLAPS; drop++) {
            flapping.calls(DONGLE);
            story.pass(1);
            flapping.drops();
            story.pass(0.1);
        }
        flapping.calls(DONGLE);
        story.pass(50);
        assertEquals(State.ISOLATED, story.state(deck));
        story.pass(15);
        assertEquals(State.READY, story.state(deck));
    }

    @Test
    void connectedWithoutSoundIsMendedByAskingForIt() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        speaker.channel = false;
        OutputId deck = story.kept("deck", speaker);
        story.until("it is connected", 5, () -> speaker.connectedTo.isPresent());
        story.look();
        assertEquals(State.SILENT, story.state(deck));

        story.until("sound was asked for", 10, () -> speaker.channel);

        story.pass(1);
        assertEquals(State.READY, story.state(deck));
        assertEquals(1, story.count(ConnectProfile.class));
        assertEquals(0, story.count(Disconnect.class));
    }

    @Test
    void connectedWithoutSoundForGoodIsTriedTwiceAndThenSaid() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        speaker.channel = false;
        speaker.opensChannelWhenAsked = false;
        OutputId deck = story.kept("deck", speaker);

        story.pass(1200);

        assertEquals(State.SILENT, story.state(deck));
        assertEquals(SilenceWatch.MOST_CYCLES, story.count(Disconnect.class));
        assertEquals(2 * SilenceWatch.MOST_CYCLES, story.count(ConnectProfile.class));
        assertTrue(
                story.sentence(Finding.Kind.CONNECTED_BUT_SILENT).startsWith("deck is connected but takes no sound."));
        assertFalse(story.finds(Finding.Kind.ISOLATED), "hanging up ourselves is no flapping");
    }

    @Test
    void aPairingThatIsGoneIsSaidAndNotTriedForEver() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        speaker.forgotTheKey = true;
        OutputId deck = story.kept("deck", speaker);

        story.pass(3600);

        assertEquals(State.NOT_PAIRED, story.state(deck));
        assertEquals(LinkPolicy.MOST_UNPAIRED, story.count(Connect.class));
    }

    @Test
    void aNewSpeakerInPairingModeIsFoundPairedTrustedAndConnected() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1");
        OutputId deck = story.kept("deck", speaker);
        story.pass(400);
        assertEquals(State.NOT_PAIRED, story.state(deck));
        assertFalse(story.radio.facts().adapters().getFirst().discovering(), "the search ends by itself");

        speaker.pairingMode = true;
        story.pass(10);
        assertEquals(0, story.count(Pair.class), "nothing is paired unasked");
        story.desk.ask(new PersonRequest.Search(Duration.ofMinutes(2)));

        story.until("it plays", 20, () -> story.state(deck) == State.READY);
        assertTrue(speaker.trustedBy.contains(DONGLE));
        story.pass(200);
        assertFalse(story.radio.facts().adapters().getFirst().discovering());
        assertEquals(Admission.NOBODY, story.radio.admission);
    }

    @Test
    void withoutBlueZEverythingIsUnknownAndOneSentenceSaysWhy() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        OutputId deck = story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        story.pass(5);
        story.radio.away = true;
        story.pass(5);
        assertEquals(State.UNKNOWN, story.state(deck));
        assertEquals(1, story.view.findings().size());
        assertEquals(Finding.Kind.SERVICE_AWAY, story.view.findings().getFirst().kind());
        story.radio.away = false;
        story.until("it goes on", 5, () -> story.state(deck) == State.READY);
    }

    /** It was logged at every start that the service cannot be reached, before it had been asked. */
    @Test
    void beforeTheFirstAnswerNothingIsKnownAndNothingIsWrong() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        OutputId deck = story.kept("deck", story.radio.speaker("00:00:00:00:00:A1", DONGLE));
        story.radio.silentSoFar = true;
        story.pass(2);
        assertEquals(State.UNKNOWN, story.state(deck));
        assertEquals(List.of(), story.view.findings());
        story.radio.silentSoFar = false;
        story.until("it plays", 5, () -> story.state(deck) == State.READY);
    }

    @Test
    void aRadioThatIsOffIsSwitchedOn() {
        FakeRadio.Box box = story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        box.powered = false;
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        story.kept("deck", speaker);
        story.look();
        assertTrue(story.finds(Finding.Kind.RADIO_OFF));
        story.until("it plays", 5, () -> speaker.connectedTo.isPresent());
    }

    @Test
    void aRadioThatIsPulledOutAndPutBackIsUsedAgain() {
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        FakeRadio.Speaker speaker = story.radio.speaker("00:00:00:00:00:A1", DONGLE);
        OutputId deck = story.kept("deck", speaker);
        story.pass(70);
        story.radio.unplug(DONGLE);
        story.pass(30);
        assertEquals(State.NOT_PAIRED, story.state(deck));
        assertTrue(story.finds(Finding.Kind.NO_RADIO));
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        story.until("it is back", 5, () -> speaker.connectedTo.isPresent());
    }

    @Test
    void aKnownBadBlueZIsNamed() {
        story.radio.modalias = "usb:v1D6Bp0246d054E";
        story.radio.adapter(DONGLE.text(), AdapterKind.USB, 2);
        story.look();
        assertTrue(story.sentence(Finding.Kind.KNOWN_BAD_VERSION).startsWith("BlueZ 5.78 lets only one speaker play"));
    }
}
