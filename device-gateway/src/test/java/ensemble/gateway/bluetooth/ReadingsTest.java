package ensemble.gateway.bluetooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices and kernels tell, and what is made of it. */
class ReadingsTest {
    @ParameterizedTest
    @CsvSource({
        "0,   21150235,             SBC",
        "2,   c03fff,               AAC",
        "255, 4f0000000100ff,       APTX",
        "255, d70000002400ff,       APTX_HD",
        "255, 0a0000000200ff,       APTX_LOW_LATENCY",
        "255, 2d010000aa003c07,     LDAC",
        "255, 2d01,                 OTHER",
        "1,   00,                   OTHER"
    })
    void codecsAreTold(int number, String blob, Codec codec) {
        assertEquals(codec, Codec.of(number, HexFormat.of().parseHex(blob)));
    }

    @Test
    void oneCodecForAll() {
        Set<Codec> sony = Set.of(Codec.SBC, Codec.AAC, Codec.LDAC);
        Set<Codec> jbl = Set.of(Codec.SBC, Codec.AAC);
        assertEquals(Codec.SBC, CodecRule.forGroup(CodecWish.ALIKE, List.of(sony, jbl)));
        assertEquals(Codec.AAC, CodecRule.forGroup(CodecWish.BEST_COMMON, List.of(sony, jbl)));
        assertEquals(Codec.LDAC, CodecRule.forGroup(CodecWish.BEST_COMMON, List.of(sony)));
        assertEquals(Codec.SBC, CodecRule.forGroup(CodecWish.BEST_COMMON, List.of(sony, Set.of())), "one is not known");
        assertEquals(Codec.SBC, CodecRule.forGroup(CodecWish.BEST_COMMON, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "usb:v1D6Bp0246d0542,       5.66",
        "usb:v1D6Bp0246d054F,       5.79",
        "bluetooth:v1D6Bp0246d0542, ''",
        "usb:v054CpDF0Cd0100,       ''",
        "nonsense,                  ''"
    })
    void blueZTellsItsVersionInItsAdapter(String modalias, String version) {
        assertEquals(
                version,
                Modalias.parse(modalias)
                        .flatMap(Modalias::bluez)
                        .map(BluezVersion::toString)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "5.66, 2, false",
        "5.70, 1, false",
        "5.78, 2, true",
        "5.79, 0, false",
        "5.84, 1, true",
        "5.86, 1, true",
        "5.87, 1, true",
        "5.88, 0, false"
    })
    void knownFaultsOfVersions(String text, int faults, boolean serious) {
        BluezVersion version = BluezVersion.in("bluetoothctl: " + text).orElseThrow();
        assertEquals(faults, version.knownFaults().size());
        assertEquals(serious, version.knownFaults().stream().anyMatch(KnownFault::serious));
    }

    @ParameterizedTest
    @CsvSource({
        "/sys/devices/platform/soc/fe201000.serial/tty/ttyAMA0/hci0,                            BUILT_IN",
        "/sys/devices/platform/scb/fd500000.pcie/pci0000:00/usb1/1-1/1-1.3/1-1.3:1.0/bluetooth/hci1, USB",
        "'',                                                                                    UNKNOWN"
    })
    void adaptersAreToldApartByWhereTheySit(String sysfs, AdapterKind kind) {
        assertEquals(kind, AdapterKind.at(sysfs));
    }

    @ParameterizedTest
    @CsvSource({"aa:bb:cc:dd:ee:ff, true", "AA:BB:CC:DD:EE, false", "AA-BB-CC-DD-EE-FF, false", "'', false"})
    void addresses(String text, boolean good) {
        if (good) {
            assertEquals("AA:BB:CC:DD:EE:FF", new Address(text).text());
            assertEquals("..:DD:EE:FF".length() - 3, new Address(text).masked().length());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new Address(text));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Xiaomi Outdoor (L), Xiaomi Outdoor (R), true",
        "Move-L,             Move-R,             true",
        "Roam Left,          Roam right,         true",
        "JBL Flip 6,         JBL Flip 6,         false",
        "Xiaomi (L),         Xiaomi (L),         false",
        "Kitchen,            Deck,               false",
        "Angel,              Anger,              false"
    })
    void halvesOfAPairAreSuspectedByName(String one, String other, boolean twins) {
        assertEquals(twins, SpeakerFindings.twins(one, other));
    }

    @Test
    void anAdmissionEndsByItself() {
        Address deck = new Address("00:00:00:00:00:A1");
        Admission window = new Admission(Set.of(deck), false, 100);
        assertTrue(window.admits(deck, 99));
        assertFalse(window.admits(deck, 100));
        assertFalse(window.admits(new Address("00:00:00:00:00:A2"), 0));
        assertFalse(Admission.NOBODY.admits(deck, Long.MIN_VALUE));
    }

    @Test
    void anAddressBelongsToOneThing() {
        var deck = new ensemble.contract.id.OutputId("deck");
        var setting = new BluetoothSettings.SpeakerSetting(
                new Address("00:00:00:00:00:A1"), Optional.empty(), java.util.OptionalInt.empty());
        var echo = new BluetoothSettings.EchoSetting(Optional.of(setting.address()), Optional.empty());
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new BluetoothSettings(
                        java.util.Map.of(), java.util.Map.of(deck, setting), Optional.of(echo), CodecWish.ALIKE));
        assertEquals("the Bluetooth address 00:00:00:00:00:A1 is used twice", refused.getMessage());
    }
}
