package ensemble.skill.time;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Lets an answer wait for the hub, and tells the time. Each wait is counted from one beginning, so that work in between is not
 * added to it.
 */
public interface Patience extends InstantSource {
    /** Starts counting now. */
    Wait begin();

    /** One count. Used by the thread that began it. */
    interface Wait {
        /**
         * Returns when this much has passed since the beginning; at once if it already has or the thread is
         * interrupted.
         */
        void until(Duration sinceBeginning);
    }

    /** Real time, by sleeping the calling thread. */
    static Patience real() {
        return new SleepingPatience();
    }
}
