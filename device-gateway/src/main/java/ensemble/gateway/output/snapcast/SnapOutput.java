package ensemble.gateway.output.snapcast;

import ensemble.contract.id.OutputId;
import ensemble.gateway.output.Latencies;
import ensemble.gateway.output.Latency;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.ModuleSink;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputKind.Snapcast;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import ensemble.gateway.output.TakesWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Clients of the box's Snapcast server that play one stream, and the sink that leads into it. */
public final class SnapOutput implements Output {
    private final OutputId id;
    private final Snapcast kind;
    private final OptionalDouble setMillis;
    private final SnapServer server;
    private final ModuleSink sink;
    private final TakesWatch takes = new TakesWatch();

    /**
     * @param node what its sink is called
     * @param directory of its own
     * @throws IOException if its configuration cannot be written
     */
    public SnapOutput(
            OutputId id,
            Snapcast kind,
            String node,
            OptionalDouble setMillis,
            SnapServer server,
            Launcher launcher,
            Path directory)
            throws IOException {
        this.id = id;
        this.kind = kind;
        this.setMillis = setMillis;
        this.server = server;
        this.sink = new ModuleSink(launcher, directory, "libpipewire-module-pipe-tunnel", """
                tunnel.mode = sink pipe.filename = "%s" audio.format = S16LE audio.rate = 48000 audio.channels = 2 \
                audio.position = [ FL FR ] stream.props = { node.name = "%s" node.description = "Snapcast %s" \
                media.class = Audio/Sink }""".formatted(
                        server.pipe(id), node, id.value()));
    }

    @Override
    public OutputView look(OutputFacts facts) {
        server.look(facts.nowNanos());
        if (server.isReady(id)) {
            sink.look(facts);
        }
        Optional<Latency> latency = Latencies.of(kind, setMillis, facts.toldMillis());
        if (!facts.sound()) {
            return OutputView.of(State.UNKNOWN, latency);
        }
        Optional<String> trouble = server.trouble().or(sink::trouble);
        if (trouble.isPresent()) {
            return OutputView.of(
                    State.AWAY,
                    latency,
                    trouble.get(),
                    "Install snapserver and pipewire; it is tried again by itself.");
        }
        Optional<SnapStatus> status = server.status(facts.nowNanos());
        if (!facts.linked() || status.isEmpty()) {
            return OutputView.of(State.STARTING, latency);
        }
        return seen(facts, status.get(), latency);
    }

    private OutputView seen(OutputFacts facts, SnapStatus status, Optional<Latency> latency) {
        List<String> away = kind.clients().stream()
                .filter(called -> status.client(called)
                        .filter(SnapStatus.Client::connected)
                        .isEmpty())
                .toList();
        if (away.size() == kind.clients().size()) {
            return OutputView.of(
                    State.AWAY,
                    latency,
                    "No client called " + String.join(" or ", away) + " is connected to the box's Snapcast server",
                    "Start snapclient there with this box as its host.");
        }
        boolean flows = status.streams().getOrDefault(id.value(), false);
        if (takes.isDeaf(facts.sounding(), flows, facts.nowNanos())) {
            return OutputView.of(
                    State.NO_AUDIO_TAKEN,
                    latency,
                    "Sound is sent, and Snapcast's stream stays idle",
                    "Look into the gateway's log; it is tried again by itself.");
        }
        List<String> muted = kind.clients().stream()
                .filter(called ->
                        status.client(called).filter(SnapStatus.Client::muted).isPresent())
                .toList();
        if (muted.size() + away.size() == kind.clients().size()) {
            return OutputView.of(
                    State.NO_AUDIO_TAKEN, latency, String.join(" and ", muted) + " is muted at Snapcast", "Unmute it.");
        }
        return away.isEmpty()
                ? OutputView.of(State.THERE, latency)
                : OutputView.of(
                        State.THERE,
                        latency,
                        String.join(" and ", away) + " is not connected to the box's Snapcast server",
                        "Start snapclient there with this box as its host.");
    }

    /** The server is ended by whoever holds it. */
    @Override
    public void close() {
        sink.close();
    }
}
