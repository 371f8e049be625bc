package ensemble.sync.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as the machine has idle cores; closed after use. */
final class Workers implements AutoCloseable {
    private final ExecutorService pool = Executors.newFixedThreadPool(idleCores());

    /** One at least; a machine that is busy otherwise gets no more load than that. */
    private static int idleCores() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        double busy = Math.max(0, machine.getSystemLoadAverage());
        return Math.max(1, (int) Math.round(machine.getAvailableProcessors() - busy));
    }

    /** What came of all jobs, in their order. */
    <T> List<T> all(List<Callable<T>> jobs) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> one : pool.invokeAll(jobs)) {
            try {
                results.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("something could not be simulated or measured", e);
            }
        }
        return results;
    }

    @Override
    public void close() {
        pool.close();
    }
}
