package ensemble.gateway.output;

import ensemble.gateway.output.OutputView.State;
import java.util.Optional;
import java.util.OptionalDouble;

/** An output for which nothing runs on this box: a sink that comes and goes by itself. */
public final class PlainOutput implements Output {
    private final OutputKind kind;
    private final OptionalDouble setMillis;

    /** @param setMillis the owner's word for its latency */
    public PlainOutput(OutputKind kind, OptionalDouble setMillis) {
        this.kind = kind;
        this.setMillis = setMillis;
    }

    @Override
    public OutputView look(OutputFacts facts) {
        Optional<Latency> latency = Latencies.of(kind, setMillis, facts.toldMillis());
        if (!facts.sound()) {
            return OutputView.of(State.UNKNOWN, latency);
        }
        if (!facts.present()) {
            return OutputView.of(State.AWAY, latency, "Its sink is not there", remedy());
        }
        State state = facts.linked() ? State.THERE : State.STARTING;
        return kind instanceof OutputKind.AuxChain chain
                ? OutputView.of(state, latency, spread(chain), "")
                : OutputView.of(state, latency);
    }

    private String remedy() {
        return switch (kind) {
            case OutputKind.Bluetooth _, OutputKind.LinkedPair _ ->
                "Switch the speaker on, and look whether it is paired.";
            case OutputKind.Aux _, OutputKind.AuxChain _ -> "Plug the sound card in that the setting 'node' names.";
            case OutputKind.Sink _,
                    OutputKind.Transmitter _,
                    OutputKind.EchoFed _,
                    OutputKind.AirPlay _,
                    OutputKind.Snapcast _ ->
                "Look whether the setting 'node' names it rightly: `pw-link -i` lists all.";
        };
    }

    private static String spread(OutputKind.AuxChain chain) {
        int links = chain.speakers() - 1;
        return String.format(
                java.util.Locale.ROOT,
                "The last of its %d speakers is heard %.1f to %.1f ms after the first; nothing can be added to one alone",
                chain.speakers(),
                links * OutputKind.AuxChain.LEAST_LINK_MILLIS,
                links * OutputKind.AuxChain.MOST_LINK_MILLIS);
    }

    @Override
    public void close() {}
}
