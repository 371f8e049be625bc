package ensemble.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.bluetooth.BluetoothSettings.AdapterSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code bluetooth}: its defaults, each setting, and what is refused. */
class BluetoothConfigTest {
    @TempDir
    private Path directory;

    private GatewayConfig read(String bluetooth) throws IOException, ConfigException {
        Path file = directory.resolve("gateway.json");
        Files.writeString(file, """
                {"hub": "hub1",
                 "mqtt": {"host": "h", "ca": "a", "certificate": "b", "key": "c"},
                 "outputs": {"deck": {"node": "n1"}, "patio": {"node": "n2"}}%s}
                """.formatted(bluetooth.isEmpty() ? "" : ",\n \"bluetooth\": " + bluetooth));
        return ConfigFile.read(file);
    }

    @Test
    void withoutTheSectionBluetoothIsOff() throws Exception {
        assertEquals(Optional.empty(), read("").bluetooth());
    }

    @Test
    void anEmptySectionHasDefaults() throws Exception {
        assertEquals(
                Optional.of(new BluetoothSettings(Map.of(), Map.of(), Optional.empty(), CodecWish.ALIKE)),
                read("{}").bluetooth());
    }

    @Test
    void everySetting() throws Exception {
        BluetoothSettings settings = read("""
                {"adapters": {"d0:00:00:00:00:02": {"streams": 3}},
                 "speakers": {"patio": {"address": "00:00:00:00:00:A2", "releaseMinutes": 15},
                              "deck": {"address": "00:00:00:00:00:A1", "otherHalf": "00:00:00:00:00:B1"}},
                 "echo": {"address": "00:00:00:00:00:E1", "adapter": "B8:27:EB:00:00:01"},
                 "codec": "best-common"}""").bluetooth().orElseThrow();
        assertEquals(
                new BluetoothSettings(
                        Map.of(new Address("D0:00:00:00:00:02"), new AdapterSetting(OptionalInt.of(3))),
                        Map.of(
                                new OutputId("deck"),
                                new SpeakerSetting(
                                        new Address("00:00:00:00:00:A1"),
                                        Optional.of(new Address("00:00:00:00:00:B1")),
                                        OptionalInt.empty()),
                                new OutputId("patio"),
                                new SpeakerSetting(
                                        new Address("00:00:00:00:00:A2"), Optional.empty(), OptionalInt.of(15))),
                        Optional.of(new EchoSetting(
                                Optional.of(new Address("00:00:00:00:00:E1")),
                                Optional.of(new Address("B8:27:EB:00:00:01")))),
                        CodecWish.BEST_COMMON),
                settings);
        assertEquals("[patio, deck]", settings.speakers().keySet().toString(), "the order of the file is the rank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"speakrs\": {}}                                       | line 4: no setting is called 'speakrs'",
                "{\"echo\": {\"adress\": \"x\"}}                         | line 4: no setting is called 'adress'",
                "{\"speakers\": {\"shed\": {\"address\": \"00:00:00:00:00:A1\"}}} | names 'shed', which is none of the outputs",
                "{\"speakers\": {\"deck\": {}}}                          | 'bluetooth.speakers.deck.address' is missing",
                "{\"speakers\": {\"deck\": {\"address\": \"A1\"}}}       | bluetooth.speakers.deck.address: a Bluetooth address",
                "{\"speakers\": {\"deck\": {\"address\": \"00:00:00:00:00:A1\", \"releaseMinutes\": 0}}} | releaseMinutes is 1 to 1440",
                "{\"adapters\": {\"D0:00:00:00:00:02\": {\"streams\": 8}}} | streams is 1 to 7, not 8",
                "{\"codec\": \"flac\"}                                   | bluetooth.codec is alike or best-common, not 'flac'"
            })
    void whatIsRefusedIsNamed(String section, String message) {
        ConfigException refused = assertThrows(ConfigException.class, () -> read(section));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused::toString);
    }
}
