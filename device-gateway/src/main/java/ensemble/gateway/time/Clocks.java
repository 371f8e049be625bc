package ensemble.gateway.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Both clocks of the box. Elapsed time measures waits and never jumps; wall time names moments for people and for quiet
 * hours, and may jump (a box without a battery clock starts in the past).
 *
 * @param wall what the calendar says
 * @param elapsedNanos nanoseconds since some fixed moment, never decreasing
 */
public record Clocks(InstantSource wall, LongSupplier elapsedNanos) {
    /** The machine's own. */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }

    public Instant now() {
        return wall.instant();
    }

    public long nanos() {
        return elapsedNanos.getAsLong();
    }
}
