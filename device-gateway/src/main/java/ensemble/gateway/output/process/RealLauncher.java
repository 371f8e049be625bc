package ensemble.gateway.output.process;

import ensemble.gateway.output.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Programs of this machine. Each is started through {@code setpriv --pdeathsig}, so that the kernel ends it when the thread
 * that started it ends, also in a crash of this process: the loop's thread, which lives as long as the gateway.
 */
public final class RealLauncher implements Launcher {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final int LAST_BYTES = 2000;

    private final Map<String, String> environment;
    private final Path logs;
    private int count;

    /**
     * @param environment added to that of this process
     * @param logs directory for what the programs print; made when missing
     */
    public RealLauncher(Map<String, String> environment, Path logs) {
        this.environment = Map.copyOf(environment);
        this.logs = logs;
    }

    @Override
    public Launched launch(List<String> command) throws IOException {
        if (!isThere(command.getFirst())) {
            throw new IOException("it is not installed");
        }
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETPRIV)) {
            line.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM", "--"));
        }
        line.addAll(command);
        Files.createDirectories(logs);
        // A few files, used in turn: a program that fails for ever fills no disk.
        Path log = logs.resolve(Path.of(command.getFirst()).getFileName() + "-" + count++ % 32 + ".log");
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Child(builder.start(), log);
    }

    private static boolean isThere(String program) {
        if (program.contains("/")) {
            return Files.isExecutable(Path.of(program));
        }
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(directory, program))) {
                return true;
            }
        }
        return false;
    }

    private record Child(Process process, Path log) implements Launched {
        @Override
        public OptionalInt exit() {
            return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
        }

        @Override
        public String lastWords() {
            try {
                byte[] all = Files.readAllBytes(log);
                int from = Math.max(0, all.length - LAST_BYTES);
                String end = new String(all, from, all.length - from, StandardCharsets.UTF_8).strip();
                return end.substring(end.lastIndexOf('\n') + 1);
            } catch (IOException unreadable) {
                return "";
            }
        }

        @Override
        public void end() {
            process.destroy();
        }

        @Override
        public void surelyEnd() {
            process.destroy();
            try {
                if (!process.waitFor(1500, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor(500, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopping) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
