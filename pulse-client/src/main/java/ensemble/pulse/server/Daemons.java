package ensemble.pulse.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The processes that one private PipeWire is made of; ended in reverse order. */
final class Daemons implements AutoCloseable {
    private static final long READY_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Deque<Process> running = new ArrayDeque<>();
    private final Map<String, String> environment;
    private final Path logs;
    private final boolean realtime;

    Daemons(Map<String, String> environment, Path logs) {
        this.environment = environment;
        this.logs = logs;
        this.realtime = realtimeAllowed();
    }

    private boolean realtimeAllowed() {
        try {
            return run("chrt", "-f", "40", "true").succeeded();
        } catch (Failed chrtMissing) {
            return false;
        }
    }

    boolean realtime() {
        return realtime;
    }

    /** Starts one and waits until it is ready. A priority of 0 = ordinary scheduling. */
    void start(int priority, BooleanSupplier ready, String... command) throws Failed {
        List<String> line = new ArrayList<>();
        if (priority > 0 && realtime) {
            line.addAll(List.of("chrt", "-f", Integer.toString(priority)));
        }
        line.addAll(List.of(command));
        Path log = logs.resolve(command[0] + ".log");
        Process process =
                launch(line, builder -> builder.redirectErrorStream(true).redirectOutput(log.toFile()));
        running.push(process);
        long start = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new Failed(line, "it ended with " + process.exitValue() + ": " + lastLine(log));
            }
            if (System.nanoTime() - start > READY_WITHIN_NANOS) {
                throw new Failed(line, "it was not ready within 15 seconds: " + lastLine(log));
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    /** Runs one command to its end, within ten seconds. */
    Outcome run(String... command) throws Failed {
        List<String> line = List.of(command);
        try {
            Path output = Files.createTempFile(logs, "run", ".out");
            Process process =
                    launch(line, builder -> builder.redirectErrorStream(true).redirectOutput(output.toFile()));
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Failed(line, "it did not end within 10 seconds");
            }
            String text = Files.readString(output).strip();
            Files.delete(output);
            return new Outcome(process.exitValue(), text);
        } catch (IOException full) {
            throw new Failed(line, "its output could not be kept: " + full.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failed(line, "it was interrupted");
        }
    }

    private Process launch(List<String> line, java.util.function.Consumer<ProcessBuilder> output) throws Failed {
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(PrivatePipeWire::belongsToASession);
        builder.environment().putAll(environment);
        builder.redirectInput(Path.of("/dev/null").toFile());
        output.accept(builder);
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new Failed(line, String.valueOf(absent.getMessage()));
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.isEmpty() ? "it said nothing" : lines.getLast();
        } catch (IOException unreadable) {
            return "its log cannot be read";
        }
    }

    List<Long> pids() {
        return running.stream().map(Process::pid).toList();
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            Process process = running.pop();
            process.destroy();
            try {
                if (!process.waitFor(2, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
                }
            } catch (InterruptedException interrupted) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How a command ended. */
    record Outcome(int exit, String text) {
        boolean succeeded() {
            return exit == 0;
        }
    }

    /** A command that did not do its work. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        final String command;
        final String reason;

        Failed(List<String> line, String reason) {
            super(String.join(" ", line) + ": " + reason);
            this.command = String.join(" ", line);
            this.reason = reason;
        }
    }
}
