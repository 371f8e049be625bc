package ensemble.house.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the calling thread was ready to run and waited for a core, as Linux counts it (schedstat). On a machine that others use
 * too, this is theirs, and not the measured program's.
 */
final class CoreQueue {
    private static final Path FILE = Path.of("/proc/thread-self/schedstat");

    private CoreQueue() {}

    /** Nanoseconds since the thread began; 0 where the kernel does not tell. */
    static long nanos() {
        try {
            return Long.parseLong(Files.readString(FILE).strip().split(" ")[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException untold) {
            return 0;
        }
    }
}
