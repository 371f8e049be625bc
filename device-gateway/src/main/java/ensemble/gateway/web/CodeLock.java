package ensemble.gateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The one-time code, and how often it may be guessed: one code lives at a time, ten minutes, and works once; five wrong tries by
 * whomever lock it for a quarter of an hour. Guessing all day long opens it with a chance of five in a million. One thread.
 */
final class CodeLock {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final Duration LOCKED = Duration.ofMinutes(15);
    static final int MOST_WRONG = 5;
    private static final int CODES = 100_000_000;

    private final RandomGenerator random;
    private Optional<Code> live = Optional.empty();

    /** Since the last right one; waiting for the next code does not make up for it. */
    private int wrong;

    private Optional<Long> lockedUntilNanos = Optional.empty();

    private record Code(String digits, long untilNanos) {}

    CodeLock(RandomGenerator random) {
        this.random = random;
    }

    /** What asking for a code came to. */
    sealed interface Begun {
        /** @param digits eight; for the eyes of somebody at the box */
        record Made(String digits) implements Begun {}

        /** There is one; a second would let anybody on the network take away the first while it is being typed. */
        record Waiting(Duration left) implements Begun {}

        record Locked(Duration left) implements Begun {}
    }

    /** What a try came to. */
    sealed interface Tried {
        record Right() implements Tried {}

        /** Not the code, or there is none, or it is too old: who guesses is not told which. */
        record Wrong() implements Tried {}

        record Locked(Duration left) implements Tried {}
    }

    Begun begin(long nowNanos) {
        Optional<Duration> locked = locked(nowNanos);
        if (locked.isPresent()) {
            return new Begun.Locked(locked.get());
        }
        Optional<Code> known = live(nowNanos);
        if (known.isPresent()) {
            return new Begun.Waiting(Duration.ofNanos(known.get().untilNanos() - nowNanos));
        }
        String digits = "%08d".formatted(random.nextInt(CODES));
        live = Optional.of(new Code(digits, nowNanos + LIFE.toNanos()));
        return new Begun.Made(digits);
    }

    Tried attempt(String digits, long nowNanos) {
        Optional<Duration> locked = locked(nowNanos);
        if (locked.isPresent()) {
            return new Tried.Locked(locked.get());
        }
        if (live(nowNanos).filter(code -> isSame(code.digits(), digits)).isPresent()) {
            live = Optional.empty();
            wrong = 0;
            return new Tried.Right();
        }
        wrong++;
        if (wrong >= MOST_WRONG) {
            wrong = 0;
            live = Optional.empty();
            lockedUntilNanos = Optional.of(nowNanos + LOCKED.toNanos());
            return new Tried.Locked(LOCKED);
        }
        return new Tried.Wrong();
    }

    /** Whether a code could be used now. */
    boolean isLive(long nowNanos) {
        return live(nowNanos).isPresent();
    }

    private Optional<Code> live(long nowNanos) {
        live = live.filter(code -> nowNanos < code.untilNanos());
        return live;
    }

    private Optional<Duration> locked(long nowNanos) {
        lockedUntilNanos = lockedUntilNanos.filter(until -> nowNanos < until);
        return lockedUntilNanos.map(until -> Duration.ofNanos(until - nowNanos));
    }

    /** Takes as long however much of it is right. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
