package ensemble.house.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What processes take of one core, by the kernel's own count of their time. */
final class ProcessMeter {
    /** Ticks per second of {@code /proc}, fixed by Linux for everything that reads it. */
    private static final double TICKS_PER_SECOND = 100;

    private final List<Long> pids;
    private final long startNanos = System.nanoTime();
    private final long startTicks;

    ProcessMeter(Collection<Long> pids) throws IOException {
        this.pids = List.copyOf(pids);
        this.startTicks = ticks();
    }

    /** Percent of one core since this meter was made; a process that has ended meanwhile counts as idle. */
    double percent() throws IOException {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return 100 * (ticks() - startTicks) / TICKS_PER_SECOND / seconds;
    }

    private long ticks() throws IOException {
        long sum = 0;
        for (long pid : pids) {
            Path stat = Path.of("/proc/" + pid + "/stat");
            if (Files.exists(stat)) {
                String line = Files.readString(stat);
                // The name in parentheses may hold spaces: what is counted stands after it.
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                sum += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        }
        return sum;
    }

    /** The processes below ours whose command is called so. */
    static List<Long> descendants(String name) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(command ->
                                Path.of(command).getFileName().toString().startsWith(name))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }
}
