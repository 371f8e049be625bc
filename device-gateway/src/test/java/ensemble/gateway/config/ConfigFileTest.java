package ensemble.gateway.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file, every setting with a default, and a mistake named where it stands. */
final class ConfigFileTest {
    private static final String LEAST = """
            {
              "hub": "box",
              "mqtt": {"host": "h", "ca": "ca.pem", "certificate": "c.pem", "key": "k.pem"},
              "outputs": {"deck": {"node": "spk.deck"}}%s
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsNotSetHasADefault() throws Exception {
        GatewayConfig config = read("");

        assertEquals(100, config.graph().primedMillis());
        assertEquals(List.of(new ProgramSetting("echo", "echo")), config.graph().programs());
        assertEquals(Optional.empty(), config.home());
        assertEquals(8883, config.mqtt().port());
        assertEquals(new GatewayConfig.Page("127.0.0.1", 8081, OptionalInt.empty(), Set.of()), config.page());
    }

    @Test
    void thePageMayHaveMoreNames() throws Exception {
        GatewayConfig config =
                read(", \"page\": {\"host\": \"0.0.0.0\", \"port\": 80, \"names\": [\"box.lan\", \"music\"]}");

        assertEquals(
                new GatewayConfig.Page("0.0.0.0", 80, OptionalInt.empty(), Set.of("box.lan", "music")), config.page());
    }

    @Test
    void programsAreNodesInTheOwnersOrderNamedOrNot() throws Exception {
        GatewayConfig config = read("""
                , "graph": {"program": [{"node": "bluez_input.*", "name": "Kitchen Echo"}, "line"]}""");

        assertEquals(
                List.of(new ProgramSetting("bluez_input.*", "Kitchen Echo"), new ProgramSetting("line", "line")),
                config.graph().programs());
    }

    @Test
    void aHomeSpeakerIsOneOfTheOutputs() throws Exception {
        assertEquals(
                Optional.of(new OutputId("deck")),
                read(", \"homeSpeaker\": \"deck\"").home());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", \"volume\": 5 | line 4: no setting is called 'volume'",
                ", \"graph\": {\"primed\": 5} | line 4: no setting is called 'primed'",
                ", \"graph\": {\"primedMs\": 5} | graph.primedMs must be 20 to 400",
                ", \"homeSpeaker\": \"attic\" | homeSpeaker names 'attic', which is no output",
                ", \"graph\": {\"program\": [{\"name\": \"x\"}]} | 'graph.program.node' is missing",
                ", \"quietFrom\": \"late\" | 'late' could not be parsed",
                ", \"page\": {\"name\": \"box.lan\"} | line 4: no setting is called 'name'",
                ", oops | line 4",
            })
    void aMistakeIsNamedWhereItStands(String mistake, String said) {
        ConfigException refused = assertThrows(ConfigException.class, () -> read(mistake));

        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused.getMessage());
    }

    private GatewayConfig read(String more) throws Exception {
        Path file = folder.resolve("gateway.json");
        Files.writeString(file, LEAST.formatted(more));
        return ConfigFile.read(file);
    }
}
