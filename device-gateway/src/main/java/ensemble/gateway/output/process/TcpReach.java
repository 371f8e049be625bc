package ensemble.gateway.output.process;

import ensemble.gateway.output.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Connects and hangs up, every 15 s, on the executor. */
public final class TcpReach implements Reach {
    private static final long EVERY_NANOS = 15_000_000_000L;
    private static final int TIMEOUT_MILLIS = 2000;

    private final String host;
    private final int port;
    private final Executor executor;
    private final Runnable wake;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Boolean found;
    private long askedNanos;
    private boolean asked;

    /** @param wake called when the answer is another than before */
    public TcpReach(String host, int port, Executor executor, Runnable wake) {
        this.host = host;
        this.port = port;
        this.executor = executor;
        this.wake = wake;
    }

    @Override
    public Optional<Boolean> answers() {
        return Optional.ofNullable(found);
    }

    @Override
    public void look(long nowNanos) {
        boolean due = !asked || nowNanos - askedNanos >= EVERY_NANOS;
        if (due && busy.compareAndSet(false, true)) {
            asked = true;
            askedNanos = nowNanos;
            executor.execute(this::ask);
        }
    }

    private void ask() {
        boolean answers;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            answers = true;
        } catch (IOException away) {
            answers = false;
        }
        boolean news = !Optional.of(answers).equals(answers());
        found = answers;
        busy.set(false);
        if (news) {
            wake.run();
        }
    }
}
