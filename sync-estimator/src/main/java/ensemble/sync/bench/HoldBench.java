package ensemble.sync.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The rows about keeping speakers together while music plays. */
final class HoldBench {
    private static final double MINUTES = 30;

    /** With fewer takes than this the half hour is left out. */
    private static final int TAKES_FOR_LOOP = 200;

    private final long seed;
    private final int windows;
    private final boolean loop;

    HoldBench(int takes, long seed) {
        this.seed = seed;
        this.windows = Math.max(2, takes * 2 / 7);
        this.loop = takes >= TAKES_FOR_LOOP;
    }

    List<Row> run(Workers workers) throws InterruptedException {
        HoldTrial trial = new HoldTrial(seed);
        List<Callable<HoldTrial.Outcome>> jobs = new ArrayList<>();
        for (int k = 0; k < windows; k++) {
            int number = k;
            jobs.add(() -> trial.run(number));
        }
        List<HoldTrial.Outcome> outcomes = workers.all(jobs);
        List<Row> rows = new ArrayList<>(windowRows(outcomes));
        List<Callable<HoldRun.Result>> runs = loop ? List.of(() -> HoldRun.run(seed, MINUTES)) : List.of();
        rows.addAll(loopRows(workers.all(runs)));
        return rows;
    }

    private static List<Row> windowRows(List<HoldTrial.Outcome> outcomes) {
        List<Double> errors = new ArrayList<>();
        int speakers = 0;
        int heard = 0;
        int wrong = 0;
        int used = 0;
        for (HoldTrial.Outcome one : outcomes) {
            errors.addAll(one.errors());
            speakers += one.speakers();
            heard += one.heard();
            used += one.speakers() > 0 ? 1 : 0;
            wrong += one.errors().stream().anyMatch(e -> e > Tally.GROSS_MICROS) ? 1 : 0;
        }
        String of = "p95 of " + errors.size() + " changes since calibration, SNR 15-30 dB";
        return List.of(
                Row.atMost("hold: 15 s window", "us", Tally.quantile(errors, 0.95), 40, of),
                Row.figure("hold: 15 s window, largest", "us", Tally.quantile(errors, 1), ""),
                Row.atMost("hold: wrong windows accepted", "", wrong, 0, "by > 0.5 ms, of " + used),
                Row.figure("hold: speakers heard in a window", "%", 100.0 * heard / speakers, "of " + speakers));
    }

    private static List<Row> loopRows(List<HoldRun.Result> results) {
        String why = results.isEmpty() ? "not measured: takes --takes " + TAKES_FOR_LOOP + " or more" : "";
        HoldRun.Result one = results.isEmpty() ? HoldRun.Result.NONE : results.getFirst();
        String half = why.isEmpty() ? "p95 over 30 min, +-80 ppm, one stall of 300 ms" : why;
        return List.of(
                Row.atMost("hold: latest minus earliest", "us", Tally.quantile(one.apart(), 0.95), 100, half),
                Row.atMost("hold: stall of 300 ms found after", "s", one.found(), 35, why),
                Row.atMost("hold: mended after that", "s", one.mended(), 20, why));
    }
}
