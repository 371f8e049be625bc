package ensemble.house.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a process's life hard: whole collections of garbage, several a second, asked for from outside, and a core that is
 * never idle.
 */
final class Pressure implements AutoCloseable {
    private static final long PAUSE_MILLIS = 200;

    private final AtomicLong collections = new AtomicLong();
    private final Thread collector;
    private volatile boolean closed;

    /** @param pid a Java process of ours */
    Pressure(long pid) {
        collector = Thread.ofPlatform().daemon().name("bench-collector").start(() -> collect(pid));
        Thread.ofPlatform().daemon().name("bench-busy").start(this::spin);
    }

    /** Collections asked for and done so far. */
    long collections() {
        return collections.get();
    }

    private void collect(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            while (!closed) {
                Process once = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (once.waitFor() == 0) {
                    collections.incrementAndGet();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void spin() {
        while (!closed) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        closed = true;
        collector.interrupt();
    }
}
