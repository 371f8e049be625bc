package ensemble.house.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ensemble run} in a process whose search path a test chooses. */
final class RunProcess implements AutoCloseable {
    private final Process process;
    private final List<String> said = new ArrayList<>();

    /** @param environment what differs from this process's, such as where commands are looked for */
    RunProcess(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dio.netty.bootstrap.extensions=serviceload",
                "-cp",
                System.getProperty("java.class.path", ""),
                "ensemble.house.cli.Ensemble",
                "run"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        builder.environment().put("ENSEMBLE_ROOT", root().toString());
        process = builder.start();
    }

    /** The project's folder: tests run in a module's. */
    private static Path root() {
        return Path.of("").toAbsolutePath().resolve("..").normalize();
    }

    /** Reads on until a line begins so; fails if the process ends before. */
    String awaitLine(String beginning) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("it ended without saying " + beginning + ": " + said);
    }

    List<String> said() {
        return said;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** SIGTERM; the exit status. */
    int terminated() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end within 30 s of SIGTERM");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
