package ensemble.gateway.bluetooth;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Recognises a speaker that switches itself off when it has heard nothing for a while: its link breaks after the same span of
 * silence again and again, and never while it plays. One speaker, one thread.
 */
final class StandbyWatch {
    static final int TIMES = 3;
    static final long SHORTEST_NANOS = 120 * Backoff.SECOND;

    private final Deque<Long> spans = new ArrayDeque<>();
    private long silentSinceNanos = Long.MIN_VALUE;
    private boolean connected;

    /** @param sounding whether sound is sent to it now */
    void see(boolean nowConnected, boolean sounding, long nowNanos) {
        if (connected && !nowConnected) {
            if (silentSinceNanos == Long.MIN_VALUE) {
                spans.clear();
            } else {
                keep(nowNanos - silentSinceNanos);
            }
        }
        if (!nowConnected || sounding) {
            silentSinceNanos = Long.MIN_VALUE;
        } else if (silentSinceNanos == Long.MIN_VALUE) {
            silentSinceNanos = nowNanos;
        }
        connected = nowConnected;
    }

    private void keep(long spanNanos) {
        if (spanNanos < SHORTEST_NANOS) {
            return;
        }
        spans.addLast(spanNanos);
        if (spans.size() > TIMES) {
            spans.removeFirst();
        }
    }

    /** The link was ended by us: that span says nothing. */
    void letGo() {
        silentSinceNanos = Long.MIN_VALUE;
        connected = false;
    }

    /** Minutes of silence after which it sleeps, once the last three spans agree within a tenth. */
    OptionalInt minutes() {
        if (spans.size() < TIMES) {
            return OptionalInt.empty();
        }
        long shortest = spans.stream().mapToLong(Long::longValue).min().orElseThrow();
        long longest = spans.stream().mapToLong(Long::longValue).max().orElseThrow();
        if (longest - shortest > longest / 10) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(Math.round(longest / 60.0 / Backoff.SECOND)));
    }
}
