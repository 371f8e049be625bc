package ensemble.gateway.output.snapcast;

import ensemble.contract.id.OutputId;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.OutputKind.Snapcast;
import ensemble.gateway.output.Servant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/**
 * The box's one Snapcast server, shared by all outputs of that kind: one stream, fed by one pipe, for each. The loop's own
 * thread.
 */
public final class SnapServer implements AutoCloseable {
    private final Path directory;
    private final Servant servant;
    private final SnapDesk desk;

    SnapServer(Path directory, Servant servant, SnapDesk desk) {
        this.directory = directory;
        this.servant = servant;
        this.desk = desk;
    }

    /**
     * @param directory of its own: its configuration, its pipes, and what it remembers of clients
     * @param executor where its control connection may block
     * @param wake called when a client came or went
     * @throws IOException if its configuration cannot be written
     */
    public static SnapServer of(
            SnapcastSettings settings,
            SortedMap<OutputId, Snapcast> outputs,
            Launcher launcher,
            Path directory,
            Executor executor,
            Runnable wake)
            throws IOException {
        Path own = directory.toAbsolutePath();
        Files.createDirectories(
                own.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = own.resolve("snapserver.conf");
        Files.writeString(file, configuration(settings, outputs, own));
        Map<String, List<String>> clients = new TreeMap<>();
        outputs.forEach((id, output) -> clients.put(id.value(), output.clients()));
        return new SnapServer(
                own,
                new Servant(launcher, List.of("snapserver", "-c", file.toString())),
                new SnapControl(settings.controlPort(), clients, executor, wake));
    }

    private static String configuration(
            SnapcastSettings settings, SortedMap<OutputId, Snapcast> outputs, Path directory) {
        StringBuilder sources = new StringBuilder();
        outputs.keySet()
                .forEach(id -> sources.append("source = pipe://%s?name=%s&mode=create&dryout_ms=2000%n"
                        .formatted(pipe(directory, id), id.value())));
        return """
                [server]
                threads = 1
                datadir = %s
                [http]
                enabled = false
                [tcp]
                enabled = true
                bind_to_address = 127.0.0.1
                port = %d
                [stream]
                bind_to_address = %s
                port = %d
                sampleformat = 48000:16:2
                codec = %s
                chunk_ms = 20
                buffer = %d
                %s
                [logging]
                sink = stderr
                filter = *:warning
                """.formatted(
                        directory.resolve("data"),
                        settings.controlPort(),
                        settings.listen(),
                        settings.port(),
                        settings.codec(),
                        settings.bufferMillis(),
                        sources);
    }

    private static Path pipe(Path directory, OutputId id) {
        return directory.resolve(id.value() + ".pcm");
    }

    /** Where an output's samples go in. */
    Path pipe(OutputId id) {
        return pipe(directory, id);
    }

    /** Looks after the server once; several outputs may call it in one look. */
    void look(long nowNanos) {
        servant.look(nowNanos);
        if (servant.isRunning()) {
            desk.look(nowNanos);
        }
    }

    /** Whether the pipes can be written to. */
    boolean isReady(OutputId id) {
        return servant.isRunning() && Files.exists(pipe(id));
    }

    Optional<String> trouble() {
        return servant.trouble();
    }

    Optional<SnapStatus> status(long nowNanos) {
        return servant.isRunning() ? desk.newest(nowNanos) : Optional.empty();
    }

    @Override
    public void close() {
        servant.close();
    }
}
