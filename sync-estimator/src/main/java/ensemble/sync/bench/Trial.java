package ensemble.sync.bench;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import ensemble.sync.simulation.SimulatedTake;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/**
 * Takes of one scenario, each made, measured and judged.
 *
 * @param withRivals whether the rivals measure them too
 */
record Trial(Scenario scenario, long seed, boolean withRivals) {
    private static final int[] SPEAKERS = {2, 3, 4, 2, 5, 2, 6, 3, 2, 7, 4, 8};
    private static final Estimator ESTIMATOR = new Estimator();

    /** What comes of take {@code number}; any thread. */
    Tally run(int number) {
        SplittableRandom random = new SplittableRandom(seed + scenario.ordinal() * 1_000_003L + number * 7919L);
        Probe probe = Probe.of(SPEAKERS[number % SPEAKERS.length]);
        SimulatedTake simulated = scenario.take(random, probe);
        Tally tally = new Tally();
        long before = cpuNanos();
        Take take = Take.of(simulated.samples(), simulated.rate());
        Verdict verdict = ESTIMATOR.estimate(take, probe);
        tally.nanos = cpuNanos() - before;
        tally.longestOfFour = probe.speakers() == 4 ? tally.nanos : 0;
        count(tally, verdict, simulated);
        if (withRivals) {
            rivals(tally, simulated, probe);
        }
        return tally;
    }

    /** The thread's own time: a wall clock would also count what else the machine does meanwhile. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
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
