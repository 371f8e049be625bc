package ensemble.gateway.bluetooth.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluezVersion;
import ensemble.gateway.bluetooth.Codec;
import ensemble.gateway.bluetooth.DeviceFacts;
import ensemble.gateway.bluetooth.Modalias;
import ensemble.gateway.bluetooth.PlayerFacts;
import ensemble.gateway.bluetooth.Profile;
import ensemble.gateway.bluetooth.RadioFacts;
import ensemble.gateway.bluetooth.TransportFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole object trees, read. Where they come from is in {@code resources/bluez/README.md}. */
class TreeReaderTest {
    private static final Address BUILT_IN = new Address("B8:27:EB:00:00:01");
    private static final Address DONGLE = new Address("D0:00:00:00:00:02");

    private static Map<String, Map<String, Map<String, Object>>> tree(String file) throws IOException {
        try (InputStream in = TreeReaderTest.class.getResourceAsStream("/bluez/" + file)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in, file), new TypeReference<>() {});
        }
    }

    private static RadioFacts facts(String file) throws IOException {
        return TreeReader.facts(tree(file), name -> name.equals("hci1") ? AdapterKind.USB : AdapterKind.BUILT_IN);
    }

    @Test
    void aSpeakerWithEverything() throws Exception {
        DeviceFacts speaker = facts("speakers-and-echo.json")
                .device(DONGLE, new Address("AA:BB:CC:00:00:01"))
                .orElseThrow();
        assertEquals("Terrace", speaker.name());
        assertEquals(Set.of(Codec.SBC, Codec.AAC, Codec.LDAC), speaker.codecs());
        assertEquals(OptionalInt.of(70), speaker.batteryPercent());
        assertEquals(Modalias.parse("bluetooth:v000Ap0001d0100"), speaker.modalias());
        assertTrue(speaker.profiles().containsAll(Set.of(Profile.AUDIO_SINK, Profile.DEVICE_INFORMATION)));
        assertEquals(
                Optional.of(new TransportFacts(
                        TransportFacts.Direction.TO_SPEAKER,
                        TransportFacts.State.ACTIVE,
                        Codec.AAC,
                        OptionalInt.of(1505),
                        OptionalInt.of(101))),
                speaker.transport());
        assertEquals(Optional.empty(), speaker.player());
    }

    @Test
    void anEchoWithTwoPlayersIsHeardByTheOneItAddresses() throws Exception {
        DeviceFacts echo = facts("speakers-and-echo.json")
                .device(BUILT_IN, new Address("00:00:00:00:00:E1"))
                .orElseThrow();
        assertEquals(
                Optional.of(new PlayerFacts(
                        PlayerFacts.Status.PLAYING, Optional.of("Blue"), Optional.of("Joni"), Optional.of("Blue"))),
                echo.player());
        assertEquals(
                Optional.of(new TransportFacts(
                        TransportFacts.Direction.FROM_SOURCE,
                        TransportFacts.State.PENDING,
                        Codec.SBC,
                        OptionalInt.empty(),
                        OptionalInt.of(64))),
                echo.transport(),
                "a delay of 0 is one that was not told");
    }

    @Test
    void adaptersAndBlueZsVersion() throws Exception {
        RadioFacts facts = facts("speakers-and-echo.json");
        assertEquals(
                List.of("hci0 BUILT_IN", "hci1 USB"),
                facts.adapters().stream()
                        .map(adapter -> adapter.name() + " " + adapter.kind())
                        .toList());
        assertEquals(Optional.of(new BluezVersion(5, 79)), facts.version());
    }

    @Test
    void connectedByHandsFreeAloneIsConnectedWithoutAChannel() throws Exception {
        DeviceFacts party = facts("hands-free-only.json").devices().getFirst();
        assertTrue(party.connected());
        assertEquals(Optional.empty(), party.transport());
        assertEquals(OptionalInt.of(100), party.batteryPercent());
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOutAndNothingIsGuessed() throws Exception {
        RadioFacts facts = facts("broken.json");
        assertEquals(1, facts.adapters().size());
        assertEquals(1, facts.devices().size());
        DeviceFacts odd = facts.devices().getFirst();
        assertEquals("AA:BB:CC:00:00:04", odd.name(), "no usable name");
        assertFalse(odd.paired());
        assertEquals(OptionalInt.empty(), odd.batteryPercent());
        assertEquals(OptionalInt.empty(), odd.rssiDbm());
        assertEquals(Optional.empty(), odd.transport());
        assertEquals(Optional.empty(), odd.modalias());
        assertEquals(Set.of(), odd.profiles());
    }
}
