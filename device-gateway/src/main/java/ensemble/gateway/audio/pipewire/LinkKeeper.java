package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.pipewire.Ports.Link;
import ensemble.gateway.audio.pipewire.Wiring.Reach;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the links true: watches the graph's ports by one {@code pw-link --monitor}, and links what belongs together as soon
 * as both ends are there. Never touches a link between other nodes. One thread of its own.
 */
final class LinkKeeper implements AutoCloseable {
    private static final long PAUSE_NANOS = Duration.ofMillis(250).toNanos();
    private static final long RETRY_NANOS = Duration.ofMillis(30).toNanos();
    private static final int TRIES = 3;
    private static final System.Logger LOG = System.getLogger(LinkKeeper.class.getName());

    private final PipeWireSettings settings;
    private final Wiring wiring;
    private final Runnable changed;
    private final Thread thread;
    private volatile Map<String, Reach> reach = Map.of();
    private volatile Optional<String> program = Optional.empty();
    private volatile boolean closed;
    private volatile @Nullable Process monitor;

    LinkKeeper(PipeWireSettings settings, Runnable changed) {
        this.settings = settings;
        this.wiring = new Wiring(settings);
        this.changed = changed;
        this.thread = Thread.ofPlatform().daemon().name("audio-links").start(this::run);
    }

    Reach reach(String sink) {
        return reach.getOrDefault(sink, Reach.NONE);
    }

    /** The node whose sound leads into the mixer. */
    Optional<String> program() {
        return program;
    }

    boolean programLinked() {
        return program.isPresent();
    }

    private void run() {
        while (!closed) {
            try {
                watch();
            } catch (IOException unreadable) {
                LOG.log(System.Logger.Level.WARNING, "pw-link cannot watch the graph: {0}", unreadable.getMessage());
            }
            see(Map.of(), Optional.empty());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void watch() throws IOException {
        Process running = launch("--monitor", "--input", "--output", "--links", "--id");
        monitor = running;
        try (BufferedReader lines = running.inputReader()) {
            Ports ports = new Ports();
            String line = lines.readLine();
            while (line != null && !closed) {
                ports.read(line);
                // A burst is one change: decide when nothing more is to be read.
                if (!lines.ready()) {
                    settle(ports);
                }
                line = lines.readLine();
            }
        } finally {
            running.destroy();
        }
    }

    private void settle(Ports ports) throws IOException {
        // First what does not belong: two programs at once would be twice as loud.
        for (Link link : wiring.foreign(ports)) {
            succeeds("--disconnect", link.from(), link.to());
        }
        for (Link link : wiring.missing(ports)) {
            makeLink(link);
        }
        see(wiring.reach(ports), wiring.programLinked(ports) ? wiring.program(ports) : Optional.empty());
    }

    /** A port can be announced a moment before it can be linked; if it has left instead, the next change says so. */
    private void makeLink(Link link) throws IOException {
        for (int tries = 0; tries < TRIES && !closed; tries++) {
            if (succeeds(link.from(), link.to())) {
                return;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    private void see(Map<String, Reach> now, Optional<String> feeding) {
        boolean news = !now.equals(reach) || !feeding.equals(program);
        reach = now;
        program = feeding;
        if (news && !closed) {
            changed.run();
        }
    }

    private boolean succeeds(String... arguments) throws IOException {
        Process once = launch(arguments);
        try {
            if (once.waitFor(2, TimeUnit.SECONDS)) {
                return once.exitValue() == 0;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        once.destroyForcibly();
        return false;
    }

    private Process launch(String... arguments) throws IOException {
        String[] line = new String[arguments.length + 1];
        line[0] = "pw-link";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(settings.environment());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    @Override
    public void close() {
        closed = true;
        Process running = monitor;
        if (running != null) {
            running.destroy();
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(3));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
