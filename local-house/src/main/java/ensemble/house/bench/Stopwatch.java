package ensemble.house.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Counts what calls of a port take, so that the caller's own time can be told from it. Used by one thread. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanos;
    private long idle;
    private long queued;

    /** A port whose every call is counted. */
    <T> T watching(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    long queue = CoreQueue.nanos();
                    long worked = THREADS.getCurrentThreadCpuTime();
                    long began = System.nanoTime();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() == null ? thrown : thrown.getCause();
                    } finally {
                        long took = System.nanoTime() - began;
                        nanos += took;
                        idle += took - (THREADS.getCurrentThreadCpuTime() - worked);
                        queued += CoreQueue.nanos() - queue;
                    }
                }));
    }

    /** What was counted since it was asked last. */
    long take() {
        long taken = nanos;
        nanos = 0;
        return taken;
    }

    /** How long the caller only waited in those calls, since it was asked last; the clients' own work is not in it. */
    long takeIdle() {
        long taken = idle;
        idle = 0;
        return taken;
    }

    /** How much of that it waited for a core. */
    long takeQueued() {
        long taken = queued;
        queued = 0;
        return taken;
    }
}
