package ensemble.house.rest;

import java.io.InterruptedIOException;
import java.time.Duration;

/** The way to the cloud and back, which loopback does not have. */
public final class Latency {
    private Latency() {}

    /**
     * Waits.
     *
     * @throws InterruptedIOException if the house closes meanwhile
     */
    public static void travel(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the house closes");
        }
    }
}
