package ensemble.house;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that opens beside the rest. If nobody takes it, it is closed again. */
final class Opening<T extends AutoCloseable> implements AutoCloseable {
    private final FutureTask<T> task;
    private boolean taken;

    interface Opener<T> {
        T open() throws IOException;
    }

    Opening(Opener<T> opener) {
        task = new FutureTask<>(opener::open);
        Thread.ofPlatform().name("opening").daemon().start(task);
    }

    /** Waits for it; its failure is thrown here. */
    T get() throws IOException {
        T opened = result();
        taken = true;
        return opened;
    }

    @Override
    public void close() throws IOException {
        if (!taken) {
            try {
                result().close();
            } catch (Exception failedAnyway) {
                System.getLogger("ensemble.house")
                        .log(System.Logger.Level.DEBUG, "not opened, so not closed", failedAnyway);
            }
        }
    }

    private T result() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the house closes");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException told) {
                throw told;
            }
            throw new IllegalStateException("it does not open", failed.getCause());
        }
    }
}
