package ensemble.house.simulation;

import ensemble.skill.time.Patience;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The one clock, and the one who runs at a time. Code that waits (a Lambda at the store, at a shadow, for the hub) is a task
 * with a thread of its own, but only ever one of them runs, and who is next is decided by the clock alone.
 */
final class VirtualTime implements InstantSource, Patience {
    private final Instant start;
    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private long now;
    private long turns;
    private int alive;
    private @Nullable Task running;
    private @Nullable Throwable broken;

    VirtualTime(Instant start) {
        this.start = start;
    }

    private record Due(long at, long turn, Runnable event) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(turn, other.turn) : byTime;
        }
    }

    /** Milliseconds since the start. */
    long elapsed() {
        return now;
    }

    long nanos() {
        return now * 1_000_000;
    }

    @Override
    public Instant instant() {
        return start.plusMillis(now);
    }

    void in(long millis, Runnable event) {
        due.add(new Due(now + Math.max(0, millis), turns++, event));
    }

    /** Runs beside everything else, from now on; may {@link #pause}. */
    void task(long inMillis, Runnable body) {
        alive++;
        in(inMillis, () -> new Task(body).resume());
    }

    /** Lets the others go on; only for a task. */
    void pause(long millis) {
        Task mine = running;
        if (mine == null) {
            throw new IllegalStateException("only a task may wait");
        }
        in(millis, mine::resume);
        mine.giveUp();
    }

    @Override
    public Wait begin() {
        long began = now;
        return (Duration since) -> pause(Math.max(0, began + since.toMillis() - now));
    }

    /** Goes on until then, or further while a task has not ended. */
    void runUntil(long millis) {
        Due next = due.peek();
        while (next != null && (next.at() <= millis || alive > 0)) {
            due.remove();
            now = Math.max(now, next.at());
            next.event().run();
            if (broken != null) {
                throw new IllegalStateException("a task broke at " + now + " ms", broken);
            }
            next = due.peek();
        }
        now = Math.max(now, millis);
    }

    private final class Task {
        private final Semaphore go = new Semaphore(0);
        private final Semaphore back = new Semaphore(0);
        private final Runnable body;
        private boolean started;

        Task(Runnable body) {
            this.body = body;
        }

        void resume() {
            running = this;
            if (started) {
                go.release();
            } else {
                started = true;
                Thread.ofVirtual().start(this::run);
            }
            back.acquireUninterruptibly();
            running = null;
        }

        void giveUp() {
            back.release();
            go.acquireUninterruptibly();
        }

        private void run() {
            try {
                body.run();
            } catch (RuntimeException | Error failed) {
                broken = failed;
            } finally {
                alive--;
                back.release();
            }
        }
    }
}
