package ensemble.gateway.audio;

import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseServer;
import ensemble.pulse.PulseStream;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RealtimePriority;
import ensemble.pulse.StreamState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client of the audio server on a real-time thread of its own: a player or a recorder for tests. */
abstract class PulseWorker<S extends PulseStream> implements AutoCloseable {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stop;

    /** Starts the thread; not in the constructor, which must be done first. */
    final void start(PulseServer server, String name, int priority) {
        Thread.ofPlatform().daemon().name(name).start(() -> {
            RealtimePriority.request(priority);
            try (PulseConnection pulse = PulseConnection.open(server, name, Duration.ofSeconds(5))) {
                S stream = open(pulse);
                while (!stop) {
                    pulse.iterate(5_000);
                    if (stream.state() == StreamState.READY) {
                        turn(stream);
                    }
                }
                ended.complete(null);
            } catch (PulseUnavailable | RuntimeException gone) {
                ended.completeExceptionally(gone);
            }
        });
    }

    abstract S open(PulseConnection pulse) throws PulseUnavailable;

    abstract void turn(S stream) throws PulseUnavailable;

    /** Throws what ended the worker, if something did. */
    final void healthy() {
        if (ended.isCompletedExceptionally()) {
            ended.join();
        }
    }

    @Override
    public void close() {
        stop = true;
        ended.exceptionally(gone -> null).join();
    }
}
