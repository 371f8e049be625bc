package ensemble.gateway.bluetooth;

import java.util.random.RandomGenerator;

/**
 * How long to wait before a device is called again: a second plus a random part of a window that doubles up to five minutes.
 * Paging a device that is away takes air time from those that play, so it becomes rare soon.
 */
record Backoff(RandomGenerator random) {
    static final long SECOND = 1_000_000_000L;
    static final long LONGEST_WINDOW = 300 * SECOND;
    /** Between the first calls of two devices after a start: all at once is more than a radio bears. */
    static final long STAGGER = 500_000_000L;

    /** @param failures calls in vain so far, from 0 */
    long afterNanos(int failures) {
        long window = Math.min(LONGEST_WINDOW, SECOND << Math.clamp(failures, 0, 9));
        return SECOND + random.nextLong(window);
    }

    /** @param place 0 for the first device of this box, 1 for the second, ... */
    long atStartNanos(int place) {
        return place * STAGGER + random.nextLong(STAGGER / 2);
    }
}
