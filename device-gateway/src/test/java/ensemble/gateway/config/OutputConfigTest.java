package ensemble.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.output.CardIdentity;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.OutputKind.Feed;
import ensemble.gateway.output.PowerSwitch;
import ensemble.gateway.output.snapcast.SnapcastSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of output as it is written: its defaults, each setting, and what is refused. */
final class OutputConfigTest {
    @TempDir
    private Path folder;

    private GatewayConfig file(String output, String more) throws Exception {
        Path file = folder.resolve("gateway.json");
        Files.writeString(file, """
                {"hub": "box",
                 "mqtt": {"host": "h", "ca": "a", "certificate": "b", "key": "c"},
                 "outputs": {"deck": %s}%s
                }
                """.formatted(output, more));
        return ConfigFile.read(file);
    }

    private OutputSetting read(String output) throws Exception {
        return Objects.requireNonNull(file(output, "").outputs().get(new OutputId("deck")));
    }

    @Test
    void aNodeAloneIsASinkOfWhichNothingMoreIsKnown() throws Exception {
        assertEquals(
                new OutputSetting("n", DelayMicros.NONE, new OutputKind.Sink(), OptionalDouble.empty()),
                read("{\"node\": \"n\"}"));
    }

    @Test
    void everyKindHasDefaults() throws Exception {
        assertEquals(
                new OutputKind.Bluetooth(),
                read("{\"kind\": \"bluetooth\", \"node\": \"n\"}").kind());
        assertEquals(
                new OutputKind.LinkedPair(),
                read("{\"kind\": \"pair\", \"node\": \"n\"}").kind());
        assertEquals(
                new OutputKind.Aux(),
                read("{\"kind\": \"aux\", \"node\": \"n\"}").kind());
        assertEquals(
                new OutputKind.AuxChain(2),
                read("{\"kind\": \"aux-chain\", \"node\": \"n\"}").kind());
        assertEquals(
                new OutputKind.Transmitter(Feed.USB, 2, Optional.empty(), 50, Optional.empty()),
                read("{\"kind\": \"transmitter\", \"node\": \"n\"}").kind());
        assertEquals(
                new OutputKind.AirPlay("10.0.0.7", 5000),
                read("{\"kind\": \"airplay\", \"host\": \"10.0.0.7\"}").kind());
        assertEquals(
                new OutputKind.Snapcast(List.of("attic-pi"), 1000),
                read("{\"kind\": \"snapcast\", \"clients\": [\"attic-pi\"]}").kind());
        assertEquals(SnapcastSettings.USUAL, file("{\"node\": \"n\"}", "").snapcast());
    }

    @Test
    void everySettingOfATransmitter() throws Exception {
        OutputSetting setting = read("""
                {"kind": "transmitter", "usb": "0a12:1010", "feed": "usb", "speakers": 4, "addedMs": 40, "delayMs": 5,
                 "latencyMs": 210, "power": {"on": ["relay", "1"], "off": ["relay", "0"], "offSeconds": 9}}""");

        PowerSwitch power = new PowerSwitch(List.of("relay", "1"), List.of("relay", "0"), 9);
        assertEquals(
                new OutputSetting(
                        "ensemble.card.deck",
                        new DelayMicros(5000),
                        new OutputKind.Transmitter(
                                Feed.USB, 4, Optional.of(new CardIdentity.Usb("0a12:1010")), 40, Optional.of(power)),
                        OptionalDouble.of(210)),
                setting);
    }

    @Test
    void threeWaysToSwitchAndTheOneThatTheEchoFeeds() throws Exception {
        assertEquals(
                new OutputKind.EchoFed(2, PowerSwitch.gpio("gpiochip0", 17, true, 5)),
                read("{\"kind\": \"echo-transmitter\", \"power\": {\"gpio\": {\"line\": 17, \"activeLow\": true}}}")
                        .kind());
        OutputSetting hub = read(
                "{\"kind\": \"echo-transmitter\", \"speakers\": 3, \"power\": {\"uhubctl\": {\"hub\": \"1-1\", \"port\": 2}}}");
        assertEquals(new OutputKind.EchoFed(3, PowerSwitch.uhubctl("1-1", 2, 5)), hub.kind());
        assertFalse(hub.isFed());
    }

    @Test
    void aBluetoothSpeakersNodeFollowsFromItsAddress() throws Exception {
        GatewayConfig config = file(
                "{\"kind\": \"pair\"}",
                ", \"bluetooth\": {\"speakers\": {\"deck\": {\"address\": \"aa:bb:cc:00:00:01\"}}}");

        assertEquals("bluez_output.AA_BB_CC_00_00_01.*", config.nodes().get(new OutputId("deck")));
    }

    @Test
    void theSnapcastServerCanBeSet() throws Exception {
        GatewayConfig config = file("{\"kind\": \"snapcast\", \"clients\": [\"a\", \"b\"]}", """
                , "snapcast": {"listen": "192.168.1.5", "port": 1714, "controlPort": 1715, "bufferMs": 400, "codec": "pcm"}""");

        assertEquals(new SnapcastSettings("192.168.1.5", 1714, 1715, 400, "pcm"), config.snapcast());
        assertEquals(
                new OutputKind.Snapcast(List.of("a", "b"), 400),
                Objects.requireNonNull(config.outputs().get(new OutputId("deck")))
                        .kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromecast", "heos", "musiccast", "airplay2"})
    void whatIsNotBuiltIsRefusedByNameWithTheReasonAndWhatToDoInstead(String kind) {
        String said = refused("{\"kind\": \"" + kind + "\"}", "");

        assertTrue(said.contains("outputs.deck.kind: " + kind + " is not an output of this box: "), said);
        assertTrue(said.matches("(?s).*(Bluetooth|airplay).*"), said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'sonos'} | outputs.deck.kind is one of",
                "{'kind': 'aux'} | 'outputs.deck.node' is missing",
                "{'kind': 'aux', 'node': 'n', 'host': 'h'} | outputs.deck.host means nothing for the kind 'aux'",
                "{'node': 'n', 'gain': 5} | line 3: no setting is called 'gain'",
                "{'kind': 'transmitter', 'power': {'watts': 5}} | line 3: no setting is called 'watts'",
                "{'kind': 'transmitter', 'node': 'n', 'feed': 'echo'} | an output of the kind echo-transmitter",
                "{'kind': 'transmitter', 'node': 'n', 'feed': 'air'} | feed is usb, cable or bluetooth",
                "{'kind': 'transmitter', 'node': 'n', 'addedMs': 2000} | addedMs is 0 to 1000",
                "{'kind': 'transmitter', 'usb': 'x'} | a USB identity reads like 0a12:1010",
                "{'kind': 'transmitter', 'usb': '0a12:1010', 'card': 'X'} | by usb or by card, not by both",
                "{'kind': 'transmitter', 'node': 'n', 'power': {'on': ['x']}} | power is one of",
                "{'kind': 'transmitter', 'node': 'n', 'power': {'gpio': {}}} | power.gpio is a chip",
                "{'kind': 'echo-transmitter'} | outputs.deck.power is missing",
                "{'kind': 'aux-chain', 'node': 'n', 'speakers': 1} | speakers is 2 to 8",
                "{'kind': 'airplay', 'host': 'a b'} | host is the speaker's address",
                "{'kind': 'snapcast', 'clients': []} | clients names 1 to 8",
                "{'node': 'n', 'latencyMs': -1} | latencyMs is 0 to 3000",
            })
    void aMistakeIsNamed(String output, String said) {
        String told = refused(output.replace('\'', '"'), "");
        assertTrue(told.contains(said), told);
    }

    @Test
    void whatCannotGoTogetherIsRefused() {
        assertTrue(refused("{\"kind\": \"airplay\", \"host\": \"h\"}", ", \"graph\": {\"kind\": \"CABLE\"}")
                .contains("needs graph.kind PIPEWIRE"));
        assertTrue(refused(
                        "{\"kind\": \"echo-transmitter\", \"power\": {\"gpio\": {\"line\": 1}}}",
                        ", \"homeSpeaker\": \"deck\"")
                .contains("which the Echo feeds by itself"));
        assertTrue(
                refused("{\"node\": \"n\"}, \"patio\": {\"node\": \"n\"}", "").contains("the same node as another"));
        assertTrue(refused("{\"node\": \"n\"}", ", \"snapcast\": {\"bufferMs\": 5}")
                .contains("snapcast.bufferMs"));
    }

    private String refused(String output, String more) {
        return String.valueOf(
                assertThrows(ConfigException.class, () -> file(output, more)).getMessage());
    }
}
