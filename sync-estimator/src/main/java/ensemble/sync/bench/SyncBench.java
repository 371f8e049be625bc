package ensemble.sync.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * The estimator over many simulated takes, against its goals and against what others do. The same number of takes
 * and the same seed always give the same figures, but for the times.
 */
public final class SyncBench {
    /** What is reported; the estimator's limits were chosen on takes of other seeds. */
    public static final long SEED = 31_415_927;

    public static final int TAKES = 700;

    /** Scenarios whose takes are to be measured well. */
    private static final int JUDGED = Scenario.JITTER.ordinal();

    private SyncBench() {}

    /**
     * What was measured.
     *
     * @param hardEnough whether the takes were so hard that the figures mean something
     */
    public record Result(List<Row> rows, boolean hardEnough) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Runs all scenarios, on as many threads as the machine has idle cores; about a third of a second for each take. Then the
     * windows and the half hour of hold, some minutes more.
     *
     * @param takes of the scenarios that are judged by accuracy, together; the others get a quarter as many each
     * @param progress told each scenario's name when it begins; on the caller's thread
     */
    public static Result run(int takes, long seed, Consumer<String> progress) throws InterruptedException {
        return run(takes, seed, true, progress);
    }

    /** @param withHold whether hold is measured too, which takes longer than all the takes */
    static Result run(int takes, long seed, boolean withHold, Consumer<String> progress) throws InterruptedException {
        Map<Scenario, Tally> tallies = new EnumMap<>(Scenario.class);
        int each = Math.max(1, (takes + JUDGED - 1) / JUDGED);
        List<Row> rows = new ArrayList<>();
        try (Workers workers = new Workers()) {
            for (Scenario scenario : Scenario.values()) {
                progress.accept(scenario.title());
                boolean judged = scenario.ordinal() < JUDGED;
                Trial trial = new Trial(scenario, seed, judged);
                tallies.put(scenario, tally(workers, trial, judged ? each : Math.max(1, each / 4)));
            }
            rows.addAll(new Report(tallies).rows());
            if (withHold) {
                progress.accept("hold");
                rows.addAll(new HoldBench(takes, seed).run(workers));
            }
        }
        boolean hard =
                rows.stream().filter(row -> row.name().startsWith(Report.HARD)).allMatch(Row::met);
        return new Result(rows, hard);
    }

    private static Tally tally(Workers workers, Trial trial, int takes) throws InterruptedException {
        List<Callable<Tally>> jobs = new ArrayList<>();
        for (int k = 0; k < takes; k++) {
            int number = k;
            jobs.add(() -> trial.run(number));
        }
        Tally sum = new Tally();
        workers.all(jobs).forEach(sum::and);
        return sum;
    }
}
