package ensemble.gateway;

import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.ProgramInput;
import ensemble.gateway.audio.inprocess.CableGraph;
import ensemble.gateway.audio.pipewire.PipeWireGraph;
import ensemble.gateway.audio.pipewire.PipeWireSettings;
import ensemble.gateway.audio.pipewire.PulseMicrophone;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.output.transmitter.Cards;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which adapter carries the sound of this box. */
final class Graphs {
    private Graphs() {}

    /** The box's microphone: a source of the audio server, or on a cable the room's own, whatever it is called. */
    static Optional<Microphone> microphone(GatewayConfig config, Map<String, String> environment, AudioGraph graph) {
        return config.microphone()
                .map(source -> graph instanceof CableGraph cable
                        ? cable.microphone()
                        : new PulseMicrophone(environment, source, config.microphoneDelayMillis()));
    }

    /**
     * @param environment what leads to the audio server
     * @param wake called from any thread when the graph has changed
     */
    static AudioGraph open(GatewayConfig config, Map<String, String> environment, Runnable wake) {
        List<String> sinks = List.copyOf(config.nodes().values());
        return switch (config.graph().kind()) {
            case PIPEWIRE ->
                new PipeWireGraph(
                        new PipeWireSettings(
                                environment,
                                config.graph().programs().stream()
                                        .map(program -> new ProgramInput(program.node(), program.name()))
                                        .toList(),
                                sinks,
                                PipeWireSettings.CLOCK,
                                config.graph().primedMillis(),
                                PipeWireSettings.NAME,
                                new SinkNames(config.outputs(), new Cards(Path.of("/")))),
                        wake);
            case CABLE -> new CableGraph(config.graph().cable(), sinks, wake);
        };
    }
}
