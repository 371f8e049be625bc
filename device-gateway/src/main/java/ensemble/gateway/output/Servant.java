package ensemble.gateway.output;

import ensemble.gateway.output.Launcher.Launched;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A program that must keep running for an output: started again when it ends, after a wait that doubles from one second to a
 * minute. It is never given up, because what it lacks may be installed or plugged in meanwhile. The loop's own thread.
 */
public final class Servant implements AutoCloseable {
    static final long FIRST_WAIT_NANOS = 1_000_000_000L;
    static final long LONGEST_WAIT_NANOS = 60 * FIRST_WAIT_NANOS;

    /** A run of this length counts as a success: the next wait is the first again. */
    static final long GOOD_RUN_NANOS = 60 * FIRST_WAIT_NANOS;

    private final Launcher launcher;
    private final List<String> command;

    private @Nullable Launched running;
    private long startedNanos;
    private long notBeforeNanos;
    private long waitNanos = FIRST_WAIT_NANOS;
    private boolean everStarted;
    private String trouble = "";

    /** @param command the program and its arguments */
    public Servant(Launcher launcher, List<String> command) {
        this.launcher = launcher;
        this.command = List.copyOf(command);
    }

    /** Looks after it once. */
    public void look(long nowNanos) {
        Launched now = running;
        if (now != null && now.exit().isPresent()) {
            String words = now.lastWords();
            trouble =
                    command.getFirst() + " ended with " + now.exit().getAsInt() + (words.isEmpty() ? "" : ": " + words);
            ended(nowNanos);
        }
        if (running == null && (!everStarted || nowNanos - notBeforeNanos >= 0)) {
            start(nowNanos);
        }
    }

    private void start(long nowNanos) {
        everStarted = true;
        startedNanos = nowNanos;
        try {
            running = launcher.launch(command);
        } catch (IOException refused) {
            trouble = command.getFirst() + " cannot be started: " + refused.getMessage();
            ended(nowNanos);
        }
    }

    private void ended(long nowNanos) {
        if (running != null && nowNanos - startedNanos >= GOOD_RUN_NANOS) {
            waitNanos = FIRST_WAIT_NANOS;
        }
        running = null;
        notBeforeNanos = nowNanos + waitNanos;
        waitNanos = Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
    }

    /** Ends it because it does not do its work; it is started again like one that ended by itself. */
    public void renew(String why, long nowNanos) {
        Launched now = running;
        if (now != null) {
            now.end();
            trouble = command.getFirst() + " was started again: " + why;
            ended(nowNanos);
        }
    }

    public boolean isRunning() {
        return running != null;
    }

    /** For how long it has been running. */
    public long ranNanos(long nowNanos) {
        return running == null ? 0 : nowNanos - startedNanos;
    }

    /** Why it does not run; empty while it does. */
    public Optional<String> trouble() {
        return running == null && !trouble.isEmpty() ? Optional.of(trouble) : Optional.empty();
    }

    @Override
    public void close() {
        Launched now = running;
        running = null;
        if (now != null) {
            now.surelyEnd();
        }
    }
}
