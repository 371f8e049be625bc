package ensemble.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline and not a moment longer than needed. */
public final class Until {
    private static final long DEADLINE_NANOS = Duration.ofSeconds(20).toNanos();

    private Until() {}

    /** Fails with the sentence if the condition does not come true in 20 s. */
    public static void so(String sentence, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > DEADLINE_NANOS) {
                fail("still not so after 20 s: " + sentence);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
