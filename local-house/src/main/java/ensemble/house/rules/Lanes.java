package ensemble.house.rules;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work in order within a lane, lanes beside each other; bounded over all lanes. */
final class Lanes implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ArrayDeque<Runnable>> lanes = new HashMap<>();
    private final int limit;
    private int waiting;
    private boolean closed;

    Lanes(int limit) {
        this.limit = limit;
    }

    /** False if too much waits already, or the lanes are closed. */
    synchronized boolean add(String lane, Runnable work) {
        if (closed || waiting >= limit) {
            return false;
        }
        ArrayDeque<Runnable> queue = lanes.get(lane);
        if (queue == null) {
            queue = new ArrayDeque<>();
            lanes.put(lane, queue);
            try {
                threads.execute(() -> drain(lane));
            } catch (RejectedExecutionException closing) {
                lanes.remove(lane);
                return false;
            }
        }
        queue.add(work);
        waiting++;
        return true;
    }

    /** Takes no more, and gives what waits five seconds. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void drain(String lane) {
        for (Runnable work = next(lane); work != null; work = next(lane)) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                System.getLogger("ensemble.house.rules").log(Level.ERROR, "a rule's action failed", failure);
            }
        }
    }

    private synchronized @Nullable Runnable next(String lane) {
        ArrayDeque<Runnable> queue = lanes.get(lane);
        Runnable work = queue == null ? null : queue.poll();
        if (work == null) {
            lanes.remove(lane);
        } else {
            waiting--;
        }
        return work;
    }
}
