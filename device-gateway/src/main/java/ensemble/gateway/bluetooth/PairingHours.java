package ensemble.gateway.bluetooth;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When pairing is possible: a window in which an Echo may find the box, and a search in which the box finds its speakers.
 * Both end by themselves. One thread.
 */
final class PairingHours {
    /** After a start with something still to be paired, a person is probably standing there with it. */
    static final long AFTER_START_NANOS = 180 * Backoff.SECOND;

    private long windowUntilNanos = Long.MIN_VALUE;
    private long searchUntilNanos = Long.MIN_VALUE;

    void openWindow(long untilNanos) {
        windowUntilNanos = untilNanos;
    }

    void closeWindow() {
        windowUntilNanos = Long.MIN_VALUE;
    }

    void search(long untilNanos) {
        searchUntilNanos = untilNanos;
    }

    /** Elapsed nanoseconds at which it closes; empty while it is closed. */
    OptionalLong windowUntil(long nowNanos) {
        return windowOpen(nowNanos) ? OptionalLong.of(windowUntilNanos) : OptionalLong.empty();
    }

    /** Elapsed nanoseconds at which it ends; empty while there is none. */
    OptionalLong searchUntil(long nowNanos) {
        return searching(nowNanos) ? OptionalLong.of(searchUntilNanos) : OptionalLong.empty();
    }

    boolean windowOpen(long nowNanos) {
        return nowNanos < windowUntilNanos;
    }

    boolean searching(long nowNanos) {
        return nowNanos < searchUntilNanos;
    }

    /**
     * Who may pair now: those that we are pairing ourselves, and within the window the Echo.
     *
     * @param echo its address, where it is known: then no other device is let in
     * @param pairing devices that we have begun to pair
     */
    Admission admission(Optional<Address> echo, Set<Address> pairing, long nowNanos) {
        Set<Address> named = new HashSet<>(pairing);
        boolean open = windowOpen(nowNanos);
        if (open) {
            echo.ifPresent(named::add);
        }
        long pairingUntilNanos = pairing.isEmpty() ? Long.MIN_VALUE : nowNanos + AFTER_START_NANOS;
        return named.isEmpty() && !open
                ? Admission.NOBODY
                : new Admission(
                        named,
                        open && echo.isEmpty(),
                        Math.max(open ? windowUntilNanos : Long.MIN_VALUE, pairingUntilNanos));
    }
}
