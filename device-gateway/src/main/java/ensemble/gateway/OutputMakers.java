package ensemble.gateway;

import ensemble.contract.id.OutputId;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.PlainOutput;
import ensemble.gateway.output.airplay.AirPlayOutput;
import ensemble.gateway.output.process.TcpReach;
import ensemble.gateway.output.snapcast.SnapOutput;
import ensemble.gateway.output.snapcast.SnapServer;
import ensemble.gateway.output.transmitter.Cards;
import ensemble.gateway.output.transmitter.EchoFedOutput;
import ensemble.gateway.output.transmitter.TransmitterOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** Makes an output of each setting: the one place where a kind meets its adapter. */
final class OutputMakers {
    private final GatewayConfig config;
    private final Launcher launcher;
    private final Cards cards;
    private final Executor executor;
    private final Runnable wake;
    private final Path directory;
    private final Optional<SnapServer> snapcast;

    /**
     * @param executor where the network may block
     * @param wake called from the executor when something has changed
     * @throws IOException if what a helper needs cannot be written below the state directory
     */
    OutputMakers(GatewayConfig config, Launcher launcher, Cards cards, Executor executor, Runnable wake)
            throws IOException {
        this.config = config;
        this.launcher = launcher;
        this.cards = cards;
        this.executor = executor;
        this.wake = wake;
        this.directory = config.state().resolve("outputs");
        this.snapcast = snapcast();
    }

    private Optional<SnapServer> snapcast() throws IOException {
        SortedMap<OutputId, OutputKind.Snapcast> streams = new TreeMap<>();
        config.outputs().forEach((id, output) -> {
            if (output.kind() instanceof OutputKind.Snapcast stream) {
                streams.put(id, stream);
            }
        });
        return streams.isEmpty()
                ? Optional.empty()
                : Optional.of(SnapServer.of(
                        config.snapcast(), streams, launcher, directory.resolve("snapcast"), executor, wake));
    }

    /** The Snapcast server that outputs share; whoever closes the outputs closes it after them. */
    Optional<SnapServer> server() {
        return snapcast;
    }

    Output of(OutputId id, OutputSetting output) throws IOException {
        return of(id, output, launcher);
    }

    /** @param own what the output's own programs are started with; those that outputs share are not */
    Output of(OutputId id, OutputSetting output, Launcher own) throws IOException {
        return switch (output.kind()) {
            case OutputKind.Sink _,
                    OutputKind.Bluetooth _,
                    OutputKind.LinkedPair _,
                    OutputKind.Aux _,
                    OutputKind.AuxChain _ -> new PlainOutput(output.kind(), output.latencyMillis());
            case OutputKind.Transmitter transmitter ->
                new TransmitterOutput(transmitter, output.latencyMillis(), cards, own);
            case OutputKind.EchoFed fed -> new EchoFedOutput(fed, own);
            case OutputKind.AirPlay receiver ->
                new AirPlayOutput(
                        receiver,
                        output.node(),
                        output.latencyMillis(),
                        new TcpReach(receiver.host(), receiver.port(), executor, wake),
                        own,
                        directory.resolve(id.value()));
            case OutputKind.Snapcast stream ->
                new SnapOutput(
                        id,
                        stream,
                        output.node(),
                        output.latencyMillis(),
                        snapcast.orElseThrow(),
                        own,
                        directory.resolve(id.value()));
        };
    }
}
