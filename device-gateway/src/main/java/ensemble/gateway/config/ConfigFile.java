package ensemble.gateway.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.output.snapcast.SnapcastSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code gateway.json}. Paths are relative to the file. A key it does not know is refused by name and line: a
 * misspelt setting that is quietly ignored costs its owner an evening.
 */
public final class ConfigFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private ConfigFile() {}

    /** @throws ConfigException naming the file and what to change in it */
    public static GatewayConfig read(Path file) throws ConfigException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new ConfigException("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
        try {
            return JSON.readValue(text, Document.class)
                    .toConfig(file.toAbsolutePath().resolveSibling(""));
        } catch (UnrecognizedPropertyException unknown) {
            throw new ConfigException(
                    file + " line " + line(text, unknown) + ": no setting is called '" + unknown.getPropertyName()
                            + "'",
                    unknown);
        } catch (JsonProcessingException broken) {
            throw new ConfigException(at(file, broken.getLocation()) + broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException | DateTimeException refused) {
            throw new ConfigException(file + ": " + refused.getMessage(), refused);
        }
    }

    /** The parser tells where it stands when it is told, which may be lines after the setting: look back for its name. */
    private static long line(String text, UnrecognizedPropertyException unknown) {
        int stands = (int) unknown.getLocation().getCharOffset();
        int begins = text.lastIndexOf('"' + unknown.getPropertyName() + '"', stands);
        return 1
                + text.substring(0, Math.max(0, begins))
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    private static String at(Path file, @Nullable JsonLocation location) {
        return location == null ? file + ": " : file + " line " + location.getLineNr() + ": ";
    }

    private record Document(
            @Nullable @JsonProperty("hub") String hub,
            @Nullable @JsonProperty("mqtt") MqttDocument mqtt,
            @Nullable @JsonProperty("page") PageDocument page,
            @Nullable @JsonProperty("state") String state,
            @Nullable @JsonProperty("graph") GraphDocument graph,
            @Nullable @JsonProperty("quietFrom") String quietFrom,
            @Nullable @JsonProperty("quietUntil") String quietUntil,
            @Nullable @JsonProperty("microphone") String microphone,
            @Nullable @JsonProperty("microphoneDelayMillis") Double microphoneDelayMillis,
            @Nullable @JsonProperty("homeSpeaker") String homeSpeaker,
            @Nullable @JsonProperty("outputs") Map<String, OutputDocument> outputs,
            @Nullable @JsonProperty("bluetooth") BluetoothDocument bluetooth,
            @Nullable @JsonProperty("snapcast") SnapcastDocument snapcast) {

        GatewayConfig toConfig(Path base) {
            SnapcastSettings snap = or(snapcast, new SnapcastDocument(null, null, null, null, null))
                    .toSettings();
            Map<String, OutputDocument> written = required("outputs", outputs);
            Set<OutputId> ids = written.keySet().stream().map(OutputId::new).collect(Collectors.toSet());
            Optional<BluetoothSettings> radio = Optional.ofNullable(bluetooth).map(section -> section.toSettings(ids));
            SortedMap<OutputId, OutputSetting> settings = new TreeMap<>();
            written.forEach((id, output) -> {
                Optional<Address> address = radio.flatMap(known -> known.address(new OutputId(id)));
                settings.put(new OutputId(id), output.toSetting(id, address, snap.bufferMillis()));
            });
            return new GatewayConfig(
                    new HubId(required("hub", hub)),
                    required("mqtt", mqtt).toConfig(base),
                    or(page, new PageDocument(null, null, null, null)).toConfig(),
                    base.resolve(or(state, "state")),
                    or(graph, new GraphDocument(null, null, null, null)).toConfig(base),
                    LocalTime.parse(or(quietFrom, "22:00")),
                    LocalTime.parse(or(quietUntil, "07:00")),
                    Optional.ofNullable(microphone),
                    or(microphoneDelayMillis, 0.0),
                    settings,
                    Optional.ofNullable(homeSpeaker).map(OutputId::new),
                    radio,
                    snap);
        }
    }

    private record MqttDocument(
            @Nullable @JsonProperty("host") String host,
            @Nullable @JsonProperty("port") Integer port,
            @Nullable @JsonProperty("ca") String ca,
            @Nullable @JsonProperty("certificate") String certificate,
            @Nullable @JsonProperty("key") String key) {
        GatewayConfig.Mqtt toConfig(Path base) {
            return new GatewayConfig.Mqtt(
                    required("mqtt.host", host),
                    checkedPort("mqtt.port", or(port, 8883)),
                    base.resolve(required("mqtt.ca", ca)),
                    base.resolve(required("mqtt.certificate", certificate)),
                    base.resolve(required("mqtt.key", key)));
        }
    }

    private record PageDocument(
            @Nullable @JsonProperty("host") String host,
            @Nullable @JsonProperty("port") Integer port,
            @Nullable @JsonProperty("securePort") Integer securePort,
            @Nullable @JsonProperty("names") Set<String> names) {
        GatewayConfig.Page toConfig() {
            return new GatewayConfig.Page(
                    or(host, "127.0.0.1"),
                    checkedPort("page.port", or(port, 8081)),
                    securePort == null
                            ? OptionalInt.empty()
                            : OptionalInt.of(checkedPort("page.securePort", securePort)),
                    or(names, Set.of()));
        }
    }

    private record GraphDocument(
            @Nullable @JsonProperty("kind") String kind,

            @Nullable @JsonProperty("program") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<ProgramDocument> program,

            @Nullable @JsonProperty("cable") String cable,
            @Nullable @JsonProperty("primedMs") Integer primedMs) {
        GatewayConfig.Graph toConfig(Path base) {
            int primed = or(primedMs, 100);
            if (primed < 20 || primed > 400) {
                throw new IllegalArgumentException("graph.primedMs must be 20 to 400, not " + primed);
            }
            return new GatewayConfig.Graph(
                    GatewayConfig.GraphKind.valueOf(or(kind, "PIPEWIRE")),
                    or(program, List.of(new ProgramDocument("echo", null))).stream()
                            .map(ProgramDocument::toConfig)
                            .toList(),
                    base.resolve(or(cable, "cable.sock")),
                    primed);
        }
    }

    /** A node's name alone, or with what people call it. */
    private record ProgramDocument(
            @Nullable @JsonProperty("node") String node,
            @Nullable @JsonProperty("name") String name) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ProgramDocument of(String node) {
            return new ProgramDocument(node, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        ProgramDocument {}

        ProgramSetting toConfig() {
            String named = required("graph.program.node", node);
            return new ProgramSetting(named, or(name, named));
        }
    }

    private static <T> T required(String setting, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the setting '" + setting + "' is missing");
        }
        return value;
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static int checkedPort(String setting, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(setting + " must be 1 to 65535, not " + port);
        }
        return port;
    }
}
