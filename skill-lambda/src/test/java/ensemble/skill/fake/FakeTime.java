package ensemble.skill.fake;

import ensemble.skill.time.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: waiting moves it, and what was due in between happens on the way. */
public final class FakeTime implements Patience, InstantSource {
    public static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private Instant now = START;

    private record Due(Instant at, Runnable event) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Wait begin() {
        Instant began = now;
        return since -> moveTo(began.plus(since));
    }

    public void in(Duration delay, Runnable event) {
        due.add(new Due(now.plus(delay), event));
    }

    public void pass(Duration duration) {
        moveTo(now.plus(duration));
    }

    /** What has passed since the start. */
    public Duration passed() {
        return Duration.between(START, now);
    }

    private void moveTo(Instant target) {
        while (!due.isEmpty() && !due.peek().at().isAfter(target)) {
            Due next = due.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.event().run();
        }
        now = target.isAfter(now) ? target : now;
    }
}
