package ensemble.gateway.output.transmitter;

import ensemble.gateway.output.Latencies;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputKind.EchoFed;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import java.util.OptionalDouble;

/**
 * A transmitter that the Echo feeds by itself: on while its speakers are wished to play, off otherwise. What it plays, when, and
 * whether at all, does not pass this box: it is said so, and its sync is never known from here.
 */
public final class EchoFedOutput implements Output {
    static final long AGAIN_NANOS = 60_000_000_000L;

    private final EchoFed kind;
    private final PowerKeeper power;
    private boolean asked;
    private boolean wanted;
    private long askedNanos;

    public EchoFedOutput(EchoFed kind, Launcher launcher) {
        this.kind = kind;
        this.power = new PowerKeeper(launcher, kind.power());
    }

    @Override
    public OutputView look(OutputFacts facts) {
        power.look(facts.nowNanos());
        boolean again = power.fault().isPresent() && facts.nowNanos() - askedNanos >= AGAIN_NANOS;
        // A box that has just started leaves the switch as it is until somebody wishes.
        if ((asked || facts.wanted()) && (!asked || facts.wanted() != wanted || again)) {
            asked = true;
            wanted = facts.wanted();
            askedNanos = facts.nowNanos();
            power.turn(wanted, askedNanos);
            power.look(facts.nowNanos());
        }
        var latency = Latencies.of(kind, OptionalDouble.empty(), OptionalDouble.empty());
        return power.fault()
                .map(fault -> OutputView.of(State.AWAY, latency, fault, "Try the command by hand as this user."))
                .orElseGet(() -> OutputView.of(
                        power.isBusy() ? State.STARTING : State.THERE,
                        latency,
                        "The Echo feeds it by itself: this box only switches it, and cannot say whether it is in sync",
                        ""));
    }

    @Override
    public void close() {
        power.close();
    }
}
