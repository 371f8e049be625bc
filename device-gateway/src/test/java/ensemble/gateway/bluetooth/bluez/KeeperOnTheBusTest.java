package ensemble.gateway.bluetooth.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothDesk;
import ensemble.gateway.bluetooth.BluetoothKeeper;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import ensemble.gateway.bluetooth.DeviceFacts;
import ensemble.gateway.bluetooth.SpeakerHealth;
import ensemble.gateway.bluetooth.Surroundings;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it, short of a radio: a configured speaker in pairing mode is found, paired, trusted and connected. */
class KeeperOnTheBusTest {
    private static final Address RADIO = new Address("00:01:02:03:04:05");
    private static final Address DECK = new Address("AA:BB:CC:00:00:01");

    @TempDir
    private Path directory;

    @Test
    void aNewSpeakerIsConnectedWithoutAHandMoved() throws Exception {
        try (BluezMock mock = new BluezMock(directory)) {
            mock.adapter("hci0");
            String path = mock.device("hci0", DECK.text(), "Deck");
            // The template's own Connect signals and forgets; bluetoothd keeps what it signals.
            mock.answer(
                    path,
                    TreeReader.DEVICE,
                    "Connect",
                    "",
                    "self.UpdateProperties('org.bluez.Device1', {'Connected': dbus.Boolean(True)})");
            Clocks clocks = Clocks.system();
            try (BluezRadio radio = new BluezRadio(mock.address(), name -> AdapterKind.USB, clocks, () -> {})) {
                BluezMock.until(
                        "BlueZ is seen", () -> radio.facts().adapter(RADIO).isPresent());
                OutputId deck = new OutputId("deck");
                BluetoothKeeper keeper = new BluetoothKeeper(
                        new BluetoothSettings(
                                Map.of(),
                                Map.of(deck, new SpeakerSetting(DECK, Optional.empty(), OptionalInt.empty())),
                                Optional.empty(),
                                CodecWish.ALIKE),
                        radio,
                        new BluetoothDesk(() -> {}),
                        new Random(1),
                        clocks.nanos());
                Surroundings alone = new Surroundings(Set.of(), Set.of(), Set.of(), true, 0, Optional.empty());
                BluezMock.until("it is connected", () -> {
                    keeper.look(alone, clocks.nanos());
                    return radio.facts()
                            .device(RADIO, DECK)
                            .filter(DeviceFacts::connected)
                            .isPresent();
                });
                DeviceFacts now = radio.facts().device(RADIO, DECK).orElseThrow();
                assertTrue(now.paired() && now.trusted(), now::toString);
                mock.addObject(
                        path + "/sep1/fd0",
                        TreeReader.TRANSPORT,
                        Map.of(
                                "UUID", new Variant<>("0000110a-0000-1000-8000-00805f9b34fb"),
                                "Codec", new Variant<>((byte) 0),
                                "State", new Variant<>("idle")));
                BluezMock.until("it is ready", () -> {
                    SpeakerHealth health =
                            keeper.look(alone, clocks.nanos()).speakers().get(deck);
                    return health != null && health.state() == SpeakerHealth.State.READY;
                });
                assertEquals(1, mock.log().split(" Connect", -1).length - 1, "called once");
            }
        }
    }
}
