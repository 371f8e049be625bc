package ensemble.house.room;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What happens on the wire's audio thread: the Echo, the physics, the recordings, and changes between blocks. */
final class AudioThread implements RoomProcess {
    private final RoomEngine engine;
    private final VirtualEcho echo;
    private final RoomBlock block;
    private final ProgramFollower follower = new ProgramFollower();
    private final ConcurrentLinkedQueue<Runnable> changes = new ConcurrentLinkedQueue<>();
    private final List<Recording> recordings = new ArrayList<>();
    private volatile long frames;
    private volatile long busyNanos;

    AudioThread(RoomConfig config, RoomEngine engine, VirtualEcho echo) {
        this.engine = engine;
        this.echo = echo;
        this.block = new RoomBlock(config.speakers().size());
    }

    @Override
    public RoomBlock block() {
        return block;
    }

    @Override
    public void nextProgram(float[] interleaved, int count) {
        echo.fill(interleaved, count);
        follower.sent(interleaved, count);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this one thread only
    public void pass(RoomBlock passing) {
        long before = System.nanoTime();
        for (Runnable change = changes.poll(); change != null; change = changes.poll()) {
            change.run();
        }
        follower.cameBack(passing.program, passing.frames);
        engine.process(passing);
        for (int i = recordings.size() - 1; i >= 0; i--) {
            if (!recordings.get(i).take(passing, frames, follower)) {
                recordings.remove(i);
            }
        }
        frames += passing.frames;
        busyNanos += System.nanoTime() - before;
    }

    /** Has something done between two blocks. */
    <T> CompletableFuture<T> between(Supplier<T> act) {
        CompletableFuture<T> done = new CompletableFuture<>();
        changes.add(() -> {
            try {
                done.complete(act.get());
            } catch (IllegalArgumentException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** Has a recording begin with the next block. */
    void begin(Recording recording) {
        changes.add(() -> recordings.add(recording));
    }

    long frames() {
        return frames;
    }

    /** Nanoseconds spent on the room's own work since it opened. */
    long busyNanos() {
        return busyNanos;
    }
}
