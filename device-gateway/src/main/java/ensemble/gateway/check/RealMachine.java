package ensemble.gateway.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** This one. */
record RealMachine() implements Machine {
    private static final long PATIENCE_SECONDS = 5;

    @Override
    public Path root() {
        return Path.of("/");
    }

    @Override
    public Map<String, String> environment() {
        return System.getenv();
    }

    /** The output goes through a file: a program that never ends cannot then hold the reader. */
    @Override
    public Optional<String> output(List<String> command) {
        Path file;
        try {
            file = Files.createTempFile("ensemble-check", ".txt");
        } catch (IOException full) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .start();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            file.toFile().delete();
        }
    }
}
