package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.LinkState.GivenUp;
import ensemble.gateway.bluetooth.LinkState.Isolated;
import ensemble.gateway.bluetooth.LinkState.Resting;
import ensemble.gateway.bluetooth.LinkState.Unpaired;
import ensemble.gateway.bluetooth.LinkState.Up;
import ensemble.gateway.bluetooth.LinkState.Waiting;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When one device is called. It learns from what it sees and decides nothing but the moment. One thread; time is handed in.
 *
 * <ul>
 *   <li>A link that breaks is called again with a growing, random wait; one that lasts a minute clears the count.
 *   <li>A device that connects by itself is up at once, whatever was waited for.
 *   <li>One that breaks five times within five minutes is left alone for ten; one that comes back by itself in that time
 *       must last a minute before it counts.
 *   <li>After {@value #MOST_CALLS} calls in vain, about forty minutes, it is given up until it calls or a person asks.
 * </ul>
 */
final class LinkPolicy {
    static final int MOST_CALLS = 20;
    static final int MOST_UNPAIRED = 2;
    static final int FLAPS = 5;
    static final long FLAP_WINDOW_NANOS = 300 * Backoff.SECOND;
    static final long ISOLATION_NANOS = 600 * Backoff.SECOND;
    static final long LASTING_NANOS = 60 * Backoff.SECOND;

    private static final long DAY_NANOS = 86_400 * Backoff.SECOND;
    private static final int MOST_COUNTED = 1000;
    private static final long ANSWERED_NANOS = 10 * Backoff.SECOND;

    private final Backoff backoff;
    private final Deque<Long> breaks = new ArrayDeque<>();
    private final Deque<Long> breaksOfTheDay = new ArrayDeque<>();
    private LinkState state;
    private int failures;
    private int unpaired;
    private long upSinceNanos = Long.MIN_VALUE;
    private boolean letGo;

    LinkPolicy(Backoff backoff, int place, long nowNanos) {
        this.backoff = backoff;
        this.state = new Waiting(0, nowNanos + backoff.atStartNanos(place));
    }

    LinkState state() {
        return state;
    }

    /**
     * What is seen at this look.
     *
     * @param wanted whether it shall be connected
     */
    void see(boolean paired, boolean connected, boolean wanted, long nowNanos) {
        if (connected) {
            seeConnected(nowNanos);
        } else {
            if (upSinceNanos != Long.MIN_VALUE) {
                broke(nowNanos);
            }
            seeApart(paired, wanted, nowNanos);
        }
    }

    private void seeConnected(long nowNanos) {
        if (upSinceNanos == Long.MIN_VALUE) {
            upSinceNanos = nowNanos;
        }
        boolean lasting = nowNanos - upSinceNanos >= LASTING_NANOS;
        if (lasting) {
            failures = 0;
            unpaired = 0;
        }
        if (!(state instanceof Isolated) || lasting) {
            state = new Up(upSinceNanos);
        }
    }

    private void broke(long nowNanos) {
        upSinceNanos = Long.MIN_VALUE;
        if (letGo) {
            letGo = false;
            return;
        }
        breaks.addLast(nowNanos);
        breaksOfTheDay.addLast(nowNanos);
        if (breaksOfTheDay.size() > MOST_COUNTED) {
            breaksOfTheDay.removeFirst();
        }
        while (nowNanos - breaks.getFirst() > FLAP_WINDOW_NANOS) {
            breaks.removeFirst();
        }
        if (breaks.size() >= FLAPS) {
            breaks.clear();
            state = new Isolated(nowNanos + ISOLATION_NANOS);
        }
    }

    private void seeApart(boolean paired, boolean wanted, long nowNanos) {
        if (state instanceof Isolated isolated && nowNanos < isolated.untilNanos()) {
            return;
        }
        if (!paired) {
            state = new Unpaired();
        } else if (!wanted) {
            state = new Resting();
        } else {
            switch (state) {
                case Up _, Isolated _ -> state = new Waiting(failures, nowNanos + backoff.afterNanos(failures));
                case Resting _ -> state = new Waiting(0, nowNanos);
                case Unpaired _ -> {
                    if (unpaired < MOST_UNPAIRED) {
                        state = new Waiting(0, nowNanos);
                    }
                }
                case Waiting _, GivenUp _ -> {}
            }
        }
    }

    /** Whether it is to be called now. */
    boolean due(long nowNanos) {
        return state instanceof Waiting waiting && nowNanos >= waiting.nextNanos();
    }

    /** A call was answered. Should the link not show all the same, it is called again, but not at once. */
    void called(long nowNanos) {
        if (state instanceof Waiting) {
            state = new Waiting(failures, nowNanos + ANSWERED_NANOS);
        }
    }

    /** A call ended in vain. */
    void failed(RadioFailure failure, long nowNanos) {
        if (!(state instanceof Waiting)) {
            return;
        }
        if (!failure.kind().ofDevice()) {
            state = new Waiting(failures, nowNanos + backoff.afterNanos(2));
            return;
        }
        failures++;
        if (failure.kind() == RadioFailure.Kind.NOT_PAIRED && ++unpaired >= MOST_UNPAIRED) {
            state = new Unpaired();
        } else if (failures >= MOST_CALLS) {
            state = new GivenUp(failure);
        } else {
            state = new Waiting(failures, nowNanos + backoff.afterNanos(failures));
        }
    }

    /** The next break of the link is our own doing, or its ordinary sleep, and counts for nothing. */
    void expectBreak() {
        letGo = true;
    }

    /** How often the link broke in the last 24 hours, not by our doing; 1000 = that often or more. */
    int drops(long nowNanos) {
        breaksOfTheDay.removeIf(broke -> nowNanos - broke > DAY_NANOS);
        return breaksOfTheDay.size();
    }

    /** A person asks for it: whatever stood against it is forgotten. */
    void begin(long nowNanos) {
        failures = 0;
        unpaired = 0;
        breaks.clear();
        state = upSinceNanos == Long.MIN_VALUE ? new Waiting(0, nowNanos) : new Up(upSinceNanos);
    }
}
