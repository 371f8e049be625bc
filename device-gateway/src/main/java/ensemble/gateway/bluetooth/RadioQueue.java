package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.RadioCommand.Discover;
import ensemble.gateway.bluetooth.RadioCommand.Power;
import ensemble.gateway.bluetooth.RadioCommand.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The one operation of one radio: never two at once, and a breath between two. Also what a person asked of it and what the
 * radio itself needs. One thread.
 */
final class RadioQueue {
    /** Radios that are given one order straight after another lose some of them. */
    static final long BREATH_NANOS = 300_000_000L;
    /** What the radio refused is not asked again at once. */
    static final long AGAIN_NANOS = 30 * Backoff.SECOND;

    private final Deque<RadioCommand> asked = new ArrayDeque<>();
    private Optional<Operation> underWay = Optional.empty();
    private long freeNanos = Long.MIN_VALUE;
    private long powerNanos = Long.MIN_VALUE;
    private long visibleNanos = Long.MIN_VALUE;
    private long discoverNanos = Long.MIN_VALUE;

    Optional<Operation> underWay() {
        return underWay;
    }

    boolean free(long nowNanos) {
        return underWay.isEmpty() && nowNanos >= freeNanos;
    }

    void begin(Operation operation) {
        underWay = Optional.of(operation);
    }

    void ended(long nowNanos) {
        underWay = Optional.empty();
        freeNanos = nowNanos + BREATH_NANOS;
    }

    void ask(RadioCommand command) {
        asked.addLast(command);
    }

    /** What this radio needs before any device of it does. */
    Optional<RadioCommand> next(AdapterFacts adapter, boolean windowOpen, boolean searching, long nowNanos) {
        if (!adapter.powered()) {
            if (nowNanos < powerNanos) {
                return Optional.empty();
            }
            powerNanos = nowNanos + AGAIN_NANOS;
            return Optional.of(new Power());
        }
        if (!asked.isEmpty()) {
            return Optional.of(asked.removeFirst());
        }
        if (adapter.discoverable() != windowOpen && nowNanos >= visibleNanos) {
            visibleNanos = nowNanos + AGAIN_NANOS;
            return Optional.of(new Visible(windowOpen));
        }
        if (adapter.discovering() != searching && nowNanos >= discoverNanos) {
            discoverNanos = nowNanos + AGAIN_NANOS;
            return Optional.of(new Discover(searching));
        }
        return Optional.empty();
    }

    /** What must be tried at once again when the wish for it has just changed. */
    void hoursChanged() {
        visibleNanos = Long.MIN_VALUE;
        discoverNanos = Long.MIN_VALUE;
    }
}
