package ensemble.gateway.shadow.iot;

import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again: 1 s plus a random part of a window that doubles up to a minute. The second is
 * AWS IoT's limit of one CONNECT a second for a client id; the random part keeps hubs that fell together from returning
 * together. A session counts as success only after a minute: two hubs with one identity throw each other out at once.
 */
record Backoff(RandomGenerator random) {
    static final long LONGEST_WINDOW_MILLIS = 60_000;
    static final long GOOD_SESSION_NANOS = 60_000_000_000L;

    /** @param failures attempts since the last good session, from 1 */
    long delayMillis(int failures) {
        long window = Math.min(LONGEST_WINDOW_MILLIS, 1000L << Math.clamp(failures - 1, 0, 6));
        return 1000 + random.nextLong(window);
    }
}
