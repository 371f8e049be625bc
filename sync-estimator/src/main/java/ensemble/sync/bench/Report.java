package ensemble.sync.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows from tallies. */
final class Report {
    private static final EnumSet<Scenario> SMALL = EnumSet.range(Scenario.SMALL_ROOM_30, Scenario.SMALL_ROOM_15);
    private static final EnumSet<Scenario> LARGE = EnumSet.range(Scenario.LARGE_ROOM_30, Scenario.LARGE_ROOM_15);
    private static final EnumSet<Scenario> NOISY = EnumSet.of(Scenario.NOISY_ROOM);
    private static final EnumSet<Scenario> OUTDOORS = EnumSet.range(Scenario.OUTDOORS_20, Scenario.OUTDOORS_5);
    private static final EnumSet<Scenario> JUDGED = EnumSet.range(Scenario.SMALL_ROOM_30, Scenario.OUTDOORS_5);
    private static final EnumSet<Scenario> ROOMS = EnumSet.range(Scenario.SMALL_ROOM_30, Scenario.NOISY_ROOM);
    private static final EnumSet<Scenario> BROKEN =
            EnumSet.of(Scenario.CLIPPED, Scenario.MUTE, Scenario.BURIED, Scenario.JUMPED, Scenario.GAP);

    private final Map<Scenario, Tally> tallies;
    private final long seed;

    Report(Map<Scenario, Tally> tallies, long seed) {
        this.tallies = tallies;
        this.seed = seed;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Tally judged = of(JUDGED);
        rows.add(Row.figure("seed, takes judged by accuracy", seed + ", " + judged.takes));
        goals(rows, "rooms .2-.4 s, SNR >= 15 dB", of(SMALL), 21, 95, 0.3);
        goals(rows, "rooms .5-.8 s, SNR >= 15 dB", of(LARGE), 30, 90, 0.4);
        rows.add(Row.atMost("rooms .3-.6 s, SNR 5 dB: offset p95", p95(of(NOISY).errors), 30, " us"));
        rows.add(Row.atMost("outdoors: offset p95", p95(of(OUTDOORS).errors), 40, " us"));
        Tally everything = of(EnumSet.allOf(Scenario.class));
        rows.add(Row.atMost("wrong by > 0.5 ms of " + everything.errors.size() + " given", everything.wrong(), 0, ""));
        rows.add(Row.atLeast("truth within the printed uncertainty", 100 * judged.inside(), 90, " %"));
        rows.add(Row.atMost("accepted: mute, clipped, buried, jumped, gap", of(BROKEN).accepted, 0, ""));
        rows.add(Row.atMost(
                "levels given under automatic gain",
                tallies(Scenario.AUTOMATIC_GAIN).levels.size(),
                0,
                ""));
        double analysis = judged.nanos * 1e-9 / Math.max(1, judged.takes);
        rows.add(Row.atMost("analysis of a take, mean", analysis, 1, " s"));
        hardness(rows);
        rivals(rows, judged);
        for (Scenario scenario : Scenario.values()) {
            rows.add(Row.figure(scenario.title(), line(tallies(scenario))));
        }
        return rows;
    }

    private static void goals(
            List<Row> rows, String name, Tally tally, double micros, double percent, double decibels) {
        rows.add(Row.atMost(name + ": offset p95", p95(tally.errors), micros, " us"));
        rows.add(Row.atLeast(name + ": accepted", 100 * tally.acceptance(), percent, " %"));
        rows.add(Row.atMost(name + ": level p95", p95(tally.levels), decibels, " dB"));
    }

    /** The rooms must be hard, or the rest means nothing. */
    private void hardness(List<Row> rows) {
        Tally rooms = of(ROOMS);
        for (Rival rival : List.of(Rival.CROSS_CORRELATION, Rival.PHASE_TRANSFORM)) {
            double gross = 100 * Tally.gross(rooms.rivals.getOrDefault(rival, List.of()));
            rows.add(Row.atLeast("rooms hard enough: " + rival.title() + " > 0.5 ms wrong", gross, 15, " %"));
        }
    }

    private static void rivals(List<Row> rows, Tally judged) {
        double ours = p95(judged.errors);
        rows.add(Row.rival("ours, all judged scenarios: p95", Row.number(ours) + " us", 1));
        judged.rivals.forEach((rival, errors) -> rows.add(Row.rival(
                rival.title() + ": p95",
                String.format(Locale.ROOT, "%.0f us, %.0f %% > 0.5 ms wrong", p95(errors), 100 * Tally.gross(errors)),
                p95(errors) / ours)));
    }

    private static String line(Tally tally) {
        return String.format(
                Locale.ROOT,
                "%d/%d, us med %.1f p90 %.1f p95 %.1f max %.0f, dB p95 %.2f, within U %.0f %%, refused %s",
                tally.accepted,
                tally.takes,
                Tally.quantile(tally.errors, 0.5),
                Tally.quantile(tally.errors, 0.9),
                p95(tally.errors),
                Tally.quantile(tally.errors, 1),
                p95(tally.levels),
                100 * tally.inside(),
                tally.refusals);
    }

    private static double p95(List<Double> values) {
        return Tally.quantile(values, 0.95);
    }

    private Tally tallies(Scenario scenario) {
        return tallies.getOrDefault(scenario, new Tally());
    }

    private Tally of(EnumSet<Scenario> scenarios) {
        Tally sum = new Tally();
        scenarios.forEach(scenario -> sum.and(tallies(scenario)));
        return sum;
    }
}
