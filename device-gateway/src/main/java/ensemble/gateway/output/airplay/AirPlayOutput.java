package ensemble.gateway.output.airplay;

import ensemble.gateway.output.Latencies;
import ensemble.gateway.output.Latency;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.ModuleSink;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputKind.AirPlay;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import ensemble.gateway.output.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** One receiver. Its sink is there whether or not the receiver is, so the network is asked, too. */
public final class AirPlayOutput implements Output {
    private final AirPlay kind;
    private final OptionalDouble setMillis;
    private final Reach reach;
    private final ModuleSink sink;

    /**
     * @param node what its sink is called
     * @param directory of its own
     * @throws IOException if its configuration cannot be written
     */
    public AirPlayOutput(
            AirPlay kind, String node, OptionalDouble setMillis, Reach reach, Launcher launcher, Path directory)
            throws IOException {
        this.kind = kind;
        this.setMillis = setMillis;
        this.reach = reach;
        this.sink = new ModuleSink(launcher, directory, "libpipewire-module-raop-sink", """
                raop.hostname = "%s" raop.port = %d raop.transport = udp raop.encryption.type = none \
                raop.audio.codec = PCM stream.props = { node.name = "%s" node.description = "AirPlay %s" \
                media.class = Audio/Sink }""".formatted(
                        kind.host(), kind.port(), node, kind.host()));
    }

    @Override
    public OutputView look(OutputFacts facts) {
        sink.look(facts);
        // A receiver that plays is not asked: it is busy with us.
        if (!facts.sounding()) {
            reach.look(facts.nowNanos());
        }
        Optional<Latency> latency = Latencies.of(kind, setMillis, facts.toldMillis());
        if (!facts.sound()) {
            return OutputView.of(State.UNKNOWN, latency);
        }
        if (sink.trouble().isPresent()) {
            return OutputView.of(
                    State.AWAY, latency, sink.trouble().get(), "Install pipewire; it is tried again by itself.");
        }
        if (reach.answers().filter(answers -> !answers).isPresent()) {
            return OutputView.of(
                    State.AWAY,
                    latency,
                    "Nothing answers at " + kind.host() + " port " + kind.port(),
                    "Switch the speaker on, and look whether its address is still this one.");
        }
        return OutputView.of(facts.linked() ? State.THERE : State.STARTING, latency);
    }

    @Override
    public void close() {
        sink.close();
    }
}
