package ensemble.sync.bench;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import ensemble.sync.simulation.SimulatedTake;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    private static final int[] SPEAKERS = {2, 2, 3, 2, 4, 2, 2, 3, 2, 5, 2, 8};

    private final Estimator estimator = new Estimator();
    private final long seed;

    private SyncBench(long seed) {
        this.seed = seed;
    }

    /**
     * Runs all scenarios, one take after another on the caller's thread; about a third of a second each.
     *
     * @param takes of the scenarios that are judged by accuracy, together; the others get a quarter as many each
     * @param progress told each scenario's name when it begins
     */
    public static List<Row> run(int takes, long seed, Consumer<String> progress) {
        SyncBench bench = new SyncBench(seed);
        Map<Scenario, Tally> tallies = new EnumMap<>(Scenario.class);
        int each = Math.max(1, (takes + JUDGED - 1) / JUDGED);
        for (Scenario scenario : Scenario.values()) {
            progress.accept(scenario.title());
            boolean judged = scenario.ordinal() < JUDGED;
            tallies.put(scenario, bench.tally(scenario, judged ? each : Math.max(1, each / 4), judged));
        }
        return new Report(tallies, seed).rows();
    }

    /** {@code [takes [seed]]}: prints the table. */
    public static void main(String[] arguments) {
        int takes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TAKES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        for (Row row : run(takes, seed, scenario -> {})) {
            System.out.printf(
                    "%-52s %-12s %-44s %-8s %s%n",
                    row.name(),
                    row.goal(),
                    row.measured(),
                    row.ratio().isPresent() ? "x" + Row.number(row.ratio().getAsDouble()) : "",
                    row.goal().isEmpty() ? "" : row.outcome().word());
        }
    }

    private Tally tally(Scenario scenario, int takes, boolean withRivals) {
        Tally tally = new Tally();
        for (int k = 0; k < takes; k++) {
            SplittableRandom random = new SplittableRandom(seed + scenario.ordinal() * 1_000_003L + k * 7919L);
            Probe probe = Probe.of(SPEAKERS[k % SPEAKERS.length]);
            SimulatedTake simulated = scenario.take(random, probe);
            long before = System.nanoTime();
            Take take = Take.of(simulated.samples(), simulated.rate());
            Verdict verdict = estimator.estimate(take, probe);
            tally.nanos += System.nanoTime() - before;
            count(tally, verdict, simulated);
            if (withRivals) {
                rivals(tally, simulated, probe);
            }
        }
        return tally;
    }

    private static void count(Tally tally, Verdict verdict, SimulatedTake truth) {
        tally.takes++;
        switch (verdict) {
            case Verdict.Refused refused ->
                tally.refusals.merge(refused.reason().word(), 1, Integer::sum);
            case Verdict.Measured measured -> {
                tally.accepted++;
                for (int i = 1; i < measured.speakers().size(); i++) {
                    var one = measured.speakers().get(i);
                    double error = Math.abs(one.offsetMicros() - truth.offsets()[i] * 1e6);
                    tally.errors.add(error);
                    tally.withinUncertainty += error <= one.uncertaintyMicros() ? 1 : 0;
                    double level = truth.levels()[i];
                    one.levelDb().ifPresent(db -> tally.levels.add(Math.abs(db - level)));
                }
            }
        }
    }

    private static void rivals(Tally tally, SimulatedTake simulated, Probe probe) {
        int[] starts = new int[probe.speakers()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = (int) ((simulated.firstArrival() + simulated.offsets()[i]) * Sweep.RATE);
        }
        for (Rival rival : Rival.values()) {
            for (int i = 1; i < starts.length; i++) {
                double offset = rival.offset(simulated.samples(), probe, i, starts);
                tally.rival(rival, Math.abs(offset - simulated.offsets()[i]) * 1e6);
            }
        }
    }
}
