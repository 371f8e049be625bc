package ensemble.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Name;
import ensemble.gateway.audio.FakeGraph;
import ensemble.gateway.bluetooth.AdapterFacts;
import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import ensemble.gateway.bluetooth.DeviceFacts;
import ensemble.gateway.bluetooth.bluez.BluezMock;
import ensemble.gateway.bluetooth.bluez.BluezRadio;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.command.Verdict;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's Bluetooth commands do to a stand-in of bluetoothd, and which of them are refused. */
@SuppressWarnings("NullAway.Init") // fields are set before each test
class BoxCommandsTest {
    private static final Address RADIO = new Address("00:01:02:03:04:05");
    private static final Address DECK = new Address("AA:BB:CC:00:00:01");
    private static final Address ECHO = new Address("AA:BB:CC:00:00:0E");
    private static final SpeakerId DECK_SPEAKER = new SpeakerId("deck");
    private static final String DEVICE = "org.bluez.Device1";
    private static final String CONNECTS =
            "self.UpdateProperties('org.bluez.Device1', {'Connected': dbus.Boolean(True)})";

    @TempDir
    private Path directory;

    private BluezMock mock;
    private BluezRadio radio;
    private BluetoothRoom room;
    private BoxCommands desk;
    private String deck;

    @BeforeEach
    void start() throws Exception {
        mock = new BluezMock(directory);
        mock.adapter("hci0");
        deck = mock.speaker("hci0", DECK.text(), "Deck");
        String echo = mock.speaker("hci0", ECHO.text(), "Echo");
        mock.answer(deck, DEVICE, "Connect", "", CONNECTS);
        mock.answer(echo, DEVICE, "Connect", "", CONNECTS);
        radio = new BluezRadio(mock.address(), name -> AdapterKind.USB, Clocks.system(), () -> {});
        BluezMock.until("BlueZ is seen", () -> device(ECHO).isPresent());
        OutputId output = new OutputId("deck");
        BluetoothSettings settings = new BluetoothSettings(
                Map.of(),
                Map.of(output, new SpeakerSetting(DECK, Optional.empty(), OptionalInt.empty())),
                Optional.of(new EchoSetting(Optional.of(ECHO), Optional.empty())),
                CodecWish.ALIKE);
        HouseConfig house = new HouseConfig(
                1,
                List.of(
                        new SpeakerConfig(DECK_SPEAKER, new Name("Deck"), output),
                        new SpeakerConfig(new SpeakerId("aux"), new Name("Aux"), new OutputId("aux"))),
                List.of());
        room = new BluetoothRoom(
                settings,
                new TreeMap<>(Map.of(output, new OutputSetting("spk.deck", DelayMicros.NONE))),
                () -> house,
                new FakeGraph("spk.deck"),
                Clocks.system(),
                () -> {},
                radio);
        desk = commands(Optional.of(room));
    }

    @AfterEach
    void stop() throws Exception {
        if (room != null) {
            room.close();
        }
        if (mock != null) {
            mock.close();
        }
    }

    private static BoxCommands commands(Optional<BluetoothRoom> room) {
        return new BoxCommands(new CommandInbox(new Waker()), on -> {}, room);
    }

    private Optional<DeviceFacts> device(Address address) {
        return radio.facts().device(RADIO, address);
    }

    private AdapterFacts adapter() {
        return radio.facts().adapter(RADIO).orElseThrow();
    }

    /** Looks as the box's loop does, until it is so. */
    private void until(String what, BooleanSupplier so) {
        BluezMock.until(what, () -> {
            room.look(Set.of());
            return so.getAsBoolean();
        });
    }

    private void untilConnected() {
        until(
                "both are connected",
                () -> device(DECK).filter(DeviceFacts::connected).isPresent()
                        && device(ECHO).filter(DeviceFacts::connected).isPresent());
    }

    private void taken(BoxCommand command) throws InterruptedException {
        assertEquals(Verdict.TAKEN, desk.decide(command));
    }

    private static String refusal(BoxCommands by, BoxCommand command) throws InterruptedException {
        return assertInstanceOf(Verdict.Refused.class, by.decide(command)).sentence();
    }

    private int calls(String method) {
        try {
            return mock.log().split(" " + method + "\\b", -1).length - 1;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void searchingStartsTheRadiosSearch() throws Exception {
        untilConnected();
        assertFalse(adapter().discovering(), "nothing is left to be paired, so nothing is sought unasked");
        taken(new BoxCommand.Search());
        until("the radio searches", () -> adapter().discovering());
    }

    @Test
    void theWindowForTheEchoOpensAndCloses() throws Exception {
        untilConnected();
        until("the window is shut from an earlier life", () -> !adapter().discoverable());
        taken(new BoxCommand.Pairing(true));
        until(
                "it can be found and paired with",
                () -> adapter().discoverable() && adapter().pairable());
        taken(new BoxCommand.Pairing(false));
        until("it can be neither", () -> !adapter().discoverable() && !adapter().pairable());
    }

    @Test
    void aSpeakerThatWasGivenUpIsCalledAgain() throws Exception {
        mock.fail(deck, DEVICE, "Connect", "", "org.bluez.Error.Failed", "br-connection-key-missing");
        until("it is no longer called", () -> state().equals("not-paired"));
        mock.answer(deck, DEVICE, "Connect", "", CONNECTS);
        room.look(Set.of());
        assertEquals("not-paired", state(), "unasked it stays so");
        taken(new BoxCommand.TryAgain(DECK_SPEAKER));
        until(
                "it is connected",
                () -> device(DECK).filter(DeviceFacts::connected).isPresent());
    }

    private String state() {
        return room.page()
                .map(page -> page.path("speakers").path(0).path("state").asText())
                .orElse("");
    }

    @Test
    void aForgottenSpeakerIsGoneFromTheRadio() throws Exception {
        untilConnected();
        assertEquals(0, calls("RemoveDevice"));
        taken(new BoxCommand.Forget(DECK_SPEAKER));
        until("it is gone", () -> device(DECK).isEmpty());
        assertEquals(1, calls("RemoveDevice"));
        assertTrue(device(ECHO).isPresent(), "the other stays");
    }

    @Test
    void aSpeakerWithoutBluetoothIsRefusedByName() throws Exception {
        untilConnected();
        String log = mock.log();
        for (String speaker : List.of("aux", "nobody")) {
            assertEquals(
                    speaker + " is no Bluetooth speaker of this box",
                    refusal(desk, new BoxCommand.Forget(new SpeakerId(speaker))));
            assertEquals(
                    speaker + " is no Bluetooth speaker of this box",
                    refusal(desk, new BoxCommand.TryAgain(new SpeakerId(speaker))));
        }
        room.look(Set.of());
        assertEquals(log, mock.log(), "BlueZ heard nothing of it");
    }

    @Test
    void withoutBluetoothInTheSettingsAllIsRefused() throws Exception {
        BoxCommands without = commands(Optional.empty());
        for (BoxCommand command : List.of(
                new BoxCommand.Search(),
                new BoxCommand.Pairing(true),
                new BoxCommand.TryAgain(DECK_SPEAKER),
                new BoxCommand.Forget(DECK_SPEAKER))) {
            assertEquals("Bluetooth is off: this box has no 'bluetooth' in its settings", refusal(without, command));
        }
    }

    @Test
    void whatFindsTooMuchWaitingIsRefusedAndNeverDone() throws Exception {
        untilConnected();
        for (int i = 0; i < 32; i++) {
            taken(new BoxCommand.Pairing(false));
        }
        assertEquals(
                "too much is waiting already; try again in a moment",
                refusal(desk, new BoxCommand.Forget(DECK_SPEAKER)));
        taken(afterALook(new BoxCommand.Search()));
        until("what came after it is done", () -> adapter().discovering());
        assertEquals(0, calls("RemoveDevice"));
    }

    private <T> T afterALook(T command) {
        room.look(Set.of());
        return command;
    }
}
