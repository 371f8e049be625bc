package ensemble.gateway.output.transmitter;

import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Launcher.Launched;
import ensemble.gateway.output.PowerSwitch;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the commands of a power switch, one after the other, each for at most ten seconds. A command that fails ends what was
 * begun and is named. The loop's own thread.
 */
final class PowerKeeper implements AutoCloseable {
    static final long LONGEST_NANOS = 10_000_000_000L;
    private static final long SECOND = 1_000_000_000L;

    private final Launcher launcher;
    private final PowerSwitch power;
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Launched running;
    private long startedNanos;
    private String fault = "";
    private Optional<Boolean> on = Optional.empty();

    private record Step(boolean on, List<String> command, long notBeforeNanos) {}

    PowerKeeper(Launcher launcher, PowerSwitch power) {
        this.launcher = launcher;
        this.power = power;
    }

    /** Begins to switch it; what was begun before is left. */
    void turn(boolean to, long nowNanos) {
        begin(List.of(new Step(to, to ? power.on() : power.off(), nowNanos)));
    }

    /** Begins to switch it off and, after its rest, on. */
    void cycle(long nowNanos) {
        begin(List.of(
                new Step(false, power.off(), nowNanos),
                new Step(true, power.on(), nowNanos + power.offSeconds() * SECOND)));
    }

    private void begin(List<Step> next) {
        close();
        steps.clear();
        steps.addAll(next);
        fault = "";
    }

    void look(long nowNanos) {
        Step step = steps.peek();
        if (step == null) {
            return;
        }
        Launched now = running;
        if (now == null) {
            if (nowNanos - step.notBeforeNanos() >= 0) {
                start(step, nowNanos);
            }
        } else if (now.exit().isPresent()) {
            running = null;
            if (now.exit().getAsInt() == 0) {
                on = Optional.of(step.on());
                steps.poll();
            } else {
                failed(step, "ended with " + now.exit().getAsInt() + ": " + now.lastWords());
            }
        } else if (nowNanos - startedNanos >= LONGEST_NANOS) {
            now.end();
            running = null;
            failed(step, "did not end within ten seconds");
        }
    }

    private void start(Step step, long nowNanos) {
        startedNanos = nowNanos;
        try {
            running = launcher.launch(step.command());
        } catch (IOException refused) {
            failed(step, "cannot be started: " + refused.getMessage());
        }
    }

    private void failed(Step step, String how) {
        steps.clear();
        on = Optional.empty();
        fault = "The power switch's command " + step.command().getFirst() + " " + how;
    }

    boolean isBusy() {
        return !steps.isEmpty();
    }

    /** How it was switched last; empty = not by us, or in vain. */
    Optional<Boolean> on() {
        return on;
    }

    /** Why the last switching failed, a sentence without its end mark; empty if it did not. */
    Optional<String> fault() {
        return fault.isEmpty() ? Optional.empty() : Optional.of(fault);
    }

    @Override
    public void close() {
        Launched now = running;
        running = null;
        if (now != null) {
            now.surelyEnd();
        }
    }
}
