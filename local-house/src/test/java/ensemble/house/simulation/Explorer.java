package ensemble.house.simulation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Runs many schedules, and makes the story of one that fails as short as it gets. */
final class Explorer {
    /** Kept, because a logger that nobody holds forgets its level: the faults are wanted, their warnings are not. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("ensemble.skill"), Logger.getLogger("ensemble.gateway"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final Set<Planted> planted;
    private final Optional<Path> folder;

    /** @param folder where some hubs keep their state in a real file; empty = all of them in memory */
    Explorer(Set<Planted> planted, Optional<Path> folder) {
        this.planted = planted;
        this.folder = folder;
    }

    /** A schedule that broke a promise. */
    record Find(long seed, Broken broken) {}

    /** The failing one with the lowest number; on as many threads as the machine has. */
    Optional<Find> firstOf(long fromSeed, long count) {
        return LongStream.range(fromSeed, fromSeed + count)
                .parallel()
                .mapToObj(seed -> run(Schedule.of(seed), false).broken().map(broken -> new Find(seed, broken)))
                .flatMap(Optional::stream)
                .min(Comparator.comparingLong(Find::seed));
    }

    /** Any one that breaks this promise. */
    Optional<Find> firstBreaking(Promise promise, long fromSeed, long count) {
        return LongStream.range(fromSeed, fromSeed + count)
                .parallel()
                .mapToObj(seed -> run(Schedule.of(seed), false)
                        .broken()
                        .filter(broken -> broken.promise() == promise)
                        .map(broken -> new Find(seed, broken)))
                .flatMap(Optional::stream)
                .findAny();
    }

    private Simulation.Result run(Schedule schedule, boolean recording) {
        Optional<Path> own = folder.filter(any -> schedule.seed() % 50 == 0)
                .map(path -> path.resolve("seed-" + schedule.seed() + "-" + System.identityHashCode(schedule)));
        return Simulation.run(schedule, planted, recording, own);
    }

    /** Leaves out every step without which the same promise is still broken. */
    Schedule shrunk(Schedule failing, Promise promise) {
        Schedule shortest = failing;
        for (int step = shortest.steps().size() - 1; step >= 0; step--) {
            Schedule shorter = shortest.without(step);
            boolean still = run(shorter, false)
                    .broken()
                    .filter(broken -> broken.promise() == promise)
                    .isPresent();
            shortest = still ? shorter : shortest;
        }
        return shortest;
    }

    /** What to print of a find. */
    String story(Find find) {
        Schedule whole = Schedule.of(find.seed());
        Schedule shortest = shrunk(whole, find.broken().promise());
        String steps = shortest.steps().stream()
                .map(step -> "%8d ms  %s".formatted(step.atMillis(), step.what()))
                .collect(Collectors.joining("\n"));
        return """
                seed %d broke %s: %s
                Replay it with -Dtest=SimulationTest#oneSchedule -Densemble.seed=%d
                The %d of its %d steps that it takes:
                %s
                What happened:
                %s
                """.formatted(
                        find.seed(),
                        find.broken().promise(),
                        find.broken().how(),
                        find.seed(),
                        shortest.steps().size(),
                        whole.steps().size(),
                        steps,
                        String.join("\n", run(shortest, true).history()));
    }
}
