package ensemble.gateway;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of classes that makes the next start faster (decision 0075). Whoever starts this process names it and uses it where it
 * is there; this process makes it where it is not, once it has shown that it runs and while nothing is heard, and says of one that it works. The
 * file is whole from the moment it has its name. Its own thread makes it; {@link #works} is for the loop's.
 */
final class ClassArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);
    private static final String FILE = "ensemble.gateway.archive";
    private static final String OPTIONS = "ensemble.gateway.archiveOptions";

    /** What a start needs beyond being reached by the cloud has happened by then. */
    private static final Duration QUIET_FOR = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 100;

    private final Path file;
    private final Path options;
    private boolean known;
    private volatile boolean quiet;

    ClassArchive(Path file, Path options) {
        this.file = file;
        this.options = options;
    }

    /** The one that this process's starter has named; empty = none is kept. */
    static Optional<ClassArchive> named() {
        return Optional.ofNullable(System.getProperty(FILE))
                .map(file -> new ClassArchive(Path.of(file), Path.of(System.getProperty(OPTIONS, "java.options"))));
    }

    /**
     * Says that this process has become what it is for; the archive it was started with, if any, is good then.
     *
     * @param nothingHeard whether nothing sounds now; making an archive takes a core, which music may need
     */
    void works(boolean nothingHeard) {
        quiet = nothingHeard;
        if (known) {
            return;
        }
        known = true;
        try {
            Files.deleteIfExists(beside(".tried"));
        } catch (IOException readOnly) {
            LOG.debug("The archive of classes stays in doubt: {}", readOnly.toString());
        }
        if (!Files.exists(file)) {
            Thread.ofPlatform().daemon().name("archive").start(this::make);
        }
    }

    private void make() {
        try {
            do {
                awaitQuiet();
            } while (!makeNow());
        } catch (IOException failed) {
            LOG.info("Starts stay slower, without an archive of classes: {}", failed.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuiet() throws InterruptedException {
        for (long millis = 0; millis < QUIET_FOR.toMillis(); millis = quiet ? millis + LOOK_MILLIS : 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Makes it in a process of its own, which yields to everything else on the box; false when something began to sound. */
    private boolean makeNow() throws IOException, InterruptedException {
        Path fresh = beside(".new");
        Path list = beside(".list");
        // The last line may still be in the writing.
        String classes = Files.readString(list);
        Path complete = beside(".complete");
        Files.writeString(complete, classes.substring(0, classes.lastIndexOf('\n') + 1));
        try {
            boolean ended = endsInQuiet(List.of(
                    "nice",
                    "-n",
                    "19",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + options,
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + complete,
                    "-XX:SharedArchiveFile=" + fresh,
                    "-Xlog:disable",
                    "-cp",
                    System.getProperty("java.class.path")));
            if (ended) {
                sync(fresh);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
                Files.deleteIfExists(list);
            }
            return ended;
        } finally {
            Files.deleteIfExists(complete);
            Files.deleteIfExists(fresh);
        }
    }

    /** Whether it came to its end, rather than being ended because something began to sound. */
    private boolean endsInQuiet(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            for (long left = PATIENCE.toMillis(); left > 0; left -= LOOK_MILLIS) {
                if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (process.exitValue() != 0) {
                        throw new IOException("Java made none, with status " + process.exitValue());
                    }
                    return true;
                }
                if (!quiet) {
                    return false;
                }
            }
            throw new IOException("Java made none in " + PATIENCE.toMinutes() + " minutes");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** A name without its content, after a power cut, would be worse than no name. */
    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
