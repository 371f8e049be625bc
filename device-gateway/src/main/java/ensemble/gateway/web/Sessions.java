package ensemble.gateway.web;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Who has logged in: a random cookie of 256 bits each, for thirty days, sixteen at most; the oldest gives way. In memory alone, so
 * that a start of the box ends them all. Safe from any thread.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofDays(30);
    static final int MOST = 16;
    private static final int BYTES = 32;

    private final RandomGenerator random;
    private final Map<String, Long> untilNanos = new LinkedHashMap<>();

    /** @param random cannot be foreseen */
    Sessions(RandomGenerator random) {
        this.random = random;
    }

    /** @return the cookie */
    synchronized String open(long nowNanos) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        untilNanos.put(token, nowNanos + LIFE.toNanos());
        if (untilNanos.size() > MOST) {
            untilNanos.remove(untilNanos.keySet().iterator().next());
        }
        return token;
    }

    synchronized boolean holds(String token, long nowNanos) {
        untilNanos.values().removeIf(until -> nowNanos >= until);
        return untilNanos.containsKey(token);
    }

    synchronized void end(String token) {
        untilNanos.remove(token);
    }
}
