package ensemble.gateway.wake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What every adapter is handed instead of the loop: it may only say that something changed. Many calls become one look.
 * Safe from any thread; never blocks the caller.
 */
public final class Waker {
    private final Semaphore pending = new Semaphore(0);

    /** Look again, soon. */
    public void wake() {
        if (pending.availablePermits() == 0) {
            pending.release();
        }
    }

    /**
     * Waits for a reason to look, or until the net beneath is due. Only the loop's own thread calls this.
     *
     * @return whether somebody woke it
     */
    public boolean await(Duration atMost) throws InterruptedException {
        boolean woken = pending.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
        pending.drainPermits();
        return woken;
    }
}
