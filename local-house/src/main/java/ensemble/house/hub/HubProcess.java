package ensemble.house.hub;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts, stops and kills the gateway, as an owner, an orderly shutdown and a power cut would. Safe from any thread; one
 * act at a time.
 */
public final class HubProcess implements AutoCloseable {
    private static final long ORDERLY_SECONDS = 8;

    private final HubSettings settings;
    private @Nullable Process process;

    public HubProcess(HubSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts it, unless it runs.
     *
     * @return whether it was started now
     */
    public synchronized boolean start() throws IOException {
        if (pid().isPresent()) {
            return false;
        }
        ProcessBuilder builder = new ProcessBuilder(settings.command())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LANG", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(settings.environment());
        process = builder.start();
        return true;
    }

    /**
     * The orderly end: SIGTERM, and a while to say good-bye.
     *
     * @return whether it ran
     */
    public synchronized boolean stop() throws InterruptedException {
        Process running = running();
        if (running == null) {
            return false;
        }
        running.destroy();
        if (!running.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
        return true;
    }

    /**
     * The power cut: SIGKILL.
     *
     * @return whether it ran
     */
    public synchronized boolean kill() throws InterruptedException {
        Process running = running();
        if (running == null) {
            return false;
        }
        running.destroyForcibly().waitFor();
        return true;
    }

    /** Its process id, while it runs. */
    public synchronized Optional<Long> pid() {
        return Optional.ofNullable(running()).map(Process::pid);
    }

    private @Nullable Process running() {
        return process != null && process.isAlive() ? process : null;
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
