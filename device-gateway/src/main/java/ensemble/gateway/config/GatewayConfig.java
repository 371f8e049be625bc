package ensemble.gateway.config;

import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.snapcast.SnapcastSettings;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be set on a box.
 *
 * @param hub its id, the name of its thing
 * @param mqtt how it reaches the cloud
 * @param page where its own page is served
 * @param state directory for what it must not forget
 * @param graph what carries its sound
 * @param quietFrom start of quiet hours, local time
 * @param quietUntil end of quiet hours; the same as the start = none
 * @param microphone the node name of its microphone; empty = it has none. Opt-in: nothing listens without it
 * @param microphoneDelayMillis by how much it delays beyond what the audio server knows, 0 to 2000; only the time from the Echo to
 *     the ear follows from it
 * @param outputs what it can feed
 * @param home the output that carries the program while nothing else is to play, so that Alexa's own voice is heard
 * @param bluetooth what is known of Bluetooth; empty = it is off
 * @param snapcast how the box's own Snapcast server runs, if an output is one of its clients
 */
public record GatewayConfig(
        HubId hub,
        Mqtt mqtt,
        Page page,
        Path state,
        Graph graph,
        LocalTime quietFrom,
        LocalTime quietUntil,
        Optional<String> microphone,
        double microphoneDelayMillis,
        SortedMap<OutputId, OutputSetting> outputs,
        Optional<OutputId> home,
        Optional<BluetoothSettings> bluetooth,
        SnapcastSettings snapcast) {
    public GatewayConfig {
        if (home.isPresent() && !outputs.containsKey(home.get())) {
            throw new IllegalArgumentException("homeSpeaker names '" + home.get() + "', which is no output");
        }
        if (!(microphoneDelayMillis >= 0 && microphoneDelayMillis <= 2000)) {
            throw new IllegalArgumentException("microphoneDelayMillis must be 0 to 2000, not " + microphoneDelayMillis);
        }
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        Set<String> nodes = new HashSet<>();
        outputs.forEach((id, output) -> {
            boolean needsServer =
                    output.kind() instanceof OutputKind.AirPlay || output.kind() instanceof OutputKind.Snapcast;
            if (home.filter(id::equals).isPresent() && !output.isFed()) {
                throw new IllegalArgumentException("homeSpeaker names '" + id + "', which the Echo feeds by itself");
            }
            if (needsServer && graph.kind() == GraphKind.CABLE) {
                throw new IllegalArgumentException("outputs." + id + " is of the kind "
                        + output.kind().word() + ", which needs graph.kind PIPEWIRE");
            }
            if (!nodes.add(output.node())) {
                throw new IllegalArgumentException("outputs." + id + " has the same node as another: " + output.node());
            }
        });
    }

    /** The sinks of the outputs that it feeds, by their node names. */
    public SortedMap<OutputId, String> nodes() {
        SortedMap<OutputId, String> nodes = new TreeMap<>();
        outputs.forEach((id, output) -> {
            if (output.isFed()) {
                nodes.put(id, output.node());
            }
        });
        return nodes;
    }

    /**
     * @param port 1 to 65535
     * @param ca certificate that must have signed the broker's
     * @param certificate this hub's own; its CN is the hub's id
     * @param key that certificate's private key, PKCS#8
     */
    public record Mqtt(String host, int port, Path ca, Path certificate, Path key) {}

    /**
     * @param host the address to listen on; loopback unless the owner opens the page to the home's network
     * @param securePort where it is served by https too, with a certificate of its own: browsers lend a phone's microphone to such
     *     pages only; empty = nowhere
     * @param names what the box is called beside {@code localhost} and its addresses; each also with {@code .local} behind it
     */
    public record Page(String host, int port, OptionalInt securePort, Set<String> names) {
        public Page {
            names = Set.copyOf(names);
        }
    }

    /**
     * @param kind which audio graph
     * @param programs what may feed the box, the favourite first; the first that is there is played
     * @param cable socket of the virtual room; used by {@link GraphKind#CABLE} alone
     * @param primedMillis primed between mixer and sinks, 20 to 400
     */
    public record Graph(GraphKind kind, List<ProgramSetting> programs, Path cable, int primedMillis) {}

    public enum GraphKind {
        /** A PipeWire server, met as any client of it. */
        PIPEWIRE,
        /** In this process, with a cable to a virtual room: for machines without an audio server. */
        CABLE
    }
}
