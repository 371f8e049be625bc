package ensemble.gateway.output.transmitter;

import ensemble.gateway.output.Latencies;
import ensemble.gateway.output.Latency;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputKind.Transmitter;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import ensemble.gateway.output.TakesWatch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A transmitter that this box feeds. "It is not there", "it is there without a sink" and "it takes no audio" are three
 * things, each with its own remedy; where it can be switched and somebody wants it, the last two are tried to be mended by
 * switching it off and on, three times at most.
 */
public final class TransmitterOutput implements Output {
    static final long BEFORE_CYCLE_NANOS = 20_000_000_000L;
    static final int MOST_CYCLES = 3;

    private final Transmitter kind;
    private final OptionalDouble setMillis;
    private final Cards cards;
    private final Optional<PowerKeeper> power;
    private final TakesWatch takes = new TakesWatch();
    private long brokenSince = Long.MIN_VALUE;
    private int cycles;

    public TransmitterOutput(Transmitter kind, OptionalDouble setMillis, Cards cards, Launcher launcher) {
        this.kind = kind;
        this.setMillis = setMillis;
        this.cards = cards;
        this.power = kind.power().map(how -> new PowerKeeper(launcher, how));
    }

    @Override
    public OutputView look(OutputFacts facts) {
        power.ifPresent(keeper -> keeper.look(facts.nowNanos()));
        OutputView view = seen(facts);
        mend(view.state(), facts);
        return power.flatMap(PowerKeeper::fault)
                .map(fault ->
                        OutputView.of(view.state(), view.latency(), fault, "Try the command by hand as this user."))
                .orElse(view);
    }

    private OutputView seen(OutputFacts facts) {
        Optional<Latency> latency = Latencies.of(kind, setMillis, facts.toldMillis());
        if (!facts.sound()) {
            return OutputView.of(State.UNKNOWN, latency);
        }
        Optional<Path> card = kind.card().flatMap(cards::find);
        if (kind.card().isPresent() && card.isEmpty()) {
            return OutputView.of(State.AWAY, latency, "The transmitter is not plugged in", "Plug it in.");
        }
        if (!facts.present()) {
            return card.isPresent()
                    ? OutputView.of(
                            State.NO_AUDIO_TAKEN,
                            latency,
                            "The transmitter is there, but the audio server has no sink for it",
                            "Look whether WirePlumber has its profile off: `wpctl status` shows it.")
                    : OutputView.of(State.AWAY, latency, "The transmitter's sink is not there", notThere());
        }
        boolean arrives = card.map(cards::takes).orElse(true);
        if (takes.isDeaf(facts.sounding(), arrives, facts.nowNanos())) {
            return OutputView.of(
                    State.NO_AUDIO_TAKEN,
                    latency,
                    "The transmitter is there and takes no audio",
                    "Look whether its speakers are on; then unplug it and plug it in again.");
        }
        if (!facts.linked()) {
            return OutputView.of(State.STARTING, latency);
        }
        return switch (kind.feed()) {
            case USB, BLUETOOTH -> OutputView.of(State.THERE, latency);
            case CABLE ->
                OutputView.of(State.THERE, latency, "Whether the transmitter is on cannot be seen over a cable", "");
        };
    }

    private String notThere() {
        return switch (kind.feed()) {
            case USB -> "Plug it in, or look whether the setting 'node' names it rightly.";
            case CABLE -> "Plug the sound card in that the setting 'node' names.";
            case BLUETOOTH -> "Switch it on, and look whether it is paired with this box.";
        };
    }

    /** Only what somebody waits for is switched, and only so often: a relay that clicks all night helps nobody. */
    private void mend(State state, OutputFacts facts) {
        boolean broken = state == State.NO_AUDIO_TAKEN || state == State.AWAY;
        if (!broken) {
            brokenSince = Long.MIN_VALUE;
            cycles = state == State.THERE ? 0 : cycles;
            return;
        }
        if (!facts.wanted() || power.isEmpty() || power.get().isBusy()) {
            return;
        }
        if (brokenSince == Long.MIN_VALUE) {
            brokenSince = facts.nowNanos();
        }
        long patience = BEFORE_CYCLE_NANOS << (2 * cycles);
        if (cycles < MOST_CYCLES && facts.nowNanos() - brokenSince >= patience) {
            cycles++;
            brokenSince = facts.nowNanos();
            power.get().cycle(facts.nowNanos());
        }
    }

    @Override
    public void close() {
        power.ifPresent(PowerKeeper::close);
    }
}
