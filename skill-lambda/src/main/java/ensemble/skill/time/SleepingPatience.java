package ensemble.skill.time;

import java.time.Instant;

/** Waits by sleeping; tells the machine's time. */
final class SleepingPatience implements Patience {
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Wait begin() {
        long began = System.nanoTime();
        return since -> SleepingWait.until(began, since);
    }
}
