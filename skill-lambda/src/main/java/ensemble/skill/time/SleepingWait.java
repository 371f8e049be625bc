package ensemble.skill.time;

import java.time.Duration;

/** The only place of the skill that sleeps. */
final class SleepingWait {
    private SleepingWait() {}

    static void until(long beganNanos, Duration since) {
        long left = since.toNanos() - (System.nanoTime() - beganNanos);
        if (left <= 0) {
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
