package ensemble.house.bench;

import ensemble.skill.time.Patience;
import java.time.Instant;
import java.time.InstantSource;

/** For a box that has answered already. */
record NoWaiting(InstantSource clock) implements Patience {
    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Wait begin() {
        return since -> {
            // Whoever waits for nothing is there at once.
        };
    }
}
