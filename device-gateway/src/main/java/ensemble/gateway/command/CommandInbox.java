package ensemble.gateway.command;

import ensemble.gateway.wake.Waker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where commands wait for the loop, which decides each once and in order. Safe from any thread. A command is either decided or
 * withdrawn, never both: one that is told as undecided never takes effect later.
 */
public final class CommandInbox {
    /** More than a person can give within one look. */
    private static final int MOST = 16;

    private final Waker waker;
    private final Queue<Waiting> queue = new ArrayDeque<>();

    /** A command that waits, and who waits for its verdict. */
    public record Waiting(BoxCommand.ForTheLoop command, CompletableFuture<Verdict> verdict) {}

    public CommandInbox(Waker waker) {
        this.waker = waker;
    }

    /** Hands one over; its verdict comes with the loop's next look, or now where too much waits already. */
    public Waiting hand(BoxCommand.ForTheLoop command) {
        Waiting waiting = new Waiting(command, new CompletableFuture<>());
        synchronized (queue) {
            if (queue.size() >= MOST) {
                waiting.verdict().complete(new Verdict.Refused("too much is waiting already; try again in a moment"));
                return waiting;
            }
            queue.add(waiting);
        }
        waker.wake();
        return waiting;
    }

    /**
     * Hands one over and waits for its verdict.
     *
     * @param patience how long the loop may take to look
     */
    public Verdict ask(BoxCommand.ForTheLoop command, Duration patience) throws InterruptedException {
        Waiting waiting = hand(command);
        try {
            return waiting.verdict().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            synchronized (queue) {
                if (queue.remove(waiting)) {
                    return new Verdict.Refused("the box is too busy; nothing was changed");
                }
            }
            return decided(waiting);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a verdict is a value", broken);
        }
    }

    /** The loop has it in hand: its verdict comes within the same look. */
    private static Verdict decided(Waiting waiting) throws InterruptedException {
        try {
            return waiting.verdict().get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a verdict is a value", broken);
        }
    }

    /** The next one, which must now be decided; the loop's own call. */
    public Optional<Waiting> take() {
        synchronized (queue) {
            return Optional.ofNullable(queue.poll());
        }
    }
}
