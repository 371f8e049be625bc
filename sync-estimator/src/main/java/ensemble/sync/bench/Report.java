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

    private static final List<Rival> HARD_FOR = List.of(Rival.CROSS_CORRELATION, Rival.PHASE_TRANSFORM);

    /** How the rows begin that say whether the takes were worth measuring by. */
    static final String HARD = "rooms hard enough: ";

    private final Map<Scenario, Tally> tallies;

    Report(Map<Scenario, Tally> tallies) {
        this.tallies = tallies;
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Tally judged = of(JUDGED);
        goals(rows, "rooms .2-.4 s, SNR >= 15 dB", of(SMALL), 21, 95, 0.3);
        goals(rows, "rooms .5-.8 s, SNR >= 15 dB", of(LARGE), 30, 90, 0.4);
        rows.add(offset("rooms .3-.6 s, SNR 5 dB", of(NOISY), 30));
        rows.add(Row.atMost("rooms .3-.6 s, SNR 5 dB: level", "dB", p95(of(NOISY).levels), 0.4, "p95"));
        rows.add(offset("outdoors", of(OUTDOORS), 40));
        rows.add(Row.atMost("outdoors: level", "dB", p95(of(OUTDOORS).levels), 0.4, "p95"));
        Tally everything = of(EnumSet.allOf(Scenario.class));
        String given = "of " + everything.errors.size() + " offsets given";
        rows.add(Row.atMost("wrong by > 0.5 ms", "", everything.wrong(), 0, given));
        String accepted = "of " + judged.errors.size() + " accepted offsets, k = 2";
        rows.add(Row.atLeast("truth within the printed uncertainty", "%", 100 * judged.inside(), 90, accepted));
        Tally broken = of(BROKEN);
        String ways = "of " + broken.takes + ": mute, clipped, buried, jumped, gap";
        rows.add(Row.atMost("broken takes accepted", "", broken.accepted, 0, ways));
        rows.add(Row.atMost(
                "levels given under automatic gain",
                "",
                tallies(Scenario.AUTOMATIC_GAIN).levels.size(),
                0,
                ""));
        double analysis = judged.nanos * 1e-9 / Math.max(1, judged.takes);
        rows.add(Row.figure("analysis of a take, mean", "s", analysis, "2 to 8 speakers, CPU time, one thread"));
        rows.add(Row.atMost(
                "analysis of a take of four speakers, longest",
                "s",
                judged.longestOfFour * 1e-9,
                1,
                "CPU time, one thread"));
        hardness(rows);
        rivals(rows, judged);
        for (Scenario scenario : Scenario.values()) {
            Tally tally = tallies(scenario);
            rows.add(Row.figure(scenario.title(), "us", p95(tally.errors), line(tally)));
        }
        return rows;
    }

    private static Row offset(String name, Tally tally, double micros) {
        String accepted = "p95, " + tally.accepted + " of " + tally.takes + " takes accepted";
        return Row.atMost(name + ": offset", "us", p95(tally.errors), micros, accepted);
    }

    private static void goals(
            List<Row> rows, String name, Tally tally, double micros, double percent, double decibels) {
        rows.add(offset(name, tally, micros));
        rows.add(Row.atLeast(name + ": accepted", "%", 100 * tally.acceptance(), percent, ""));
        rows.add(Row.atMost(name + ": level", "dB", p95(tally.levels), decibels, "p95"));
    }

    /** The rooms must be hard, or the rest means nothing. */
    private void hardness(List<Row> rows) {
        Tally rooms = of(ROOMS);
        for (Rival rival : HARD_FOR) {
            double gross = 100 * Tally.gross(rooms.rivals.getOrDefault(rival, List.of()));
            rows.add(Row.atLeast(HARD + rival.title() + " wrong", "%", gross, 15, "by > 0.5 ms"));
        }
    }

    private static void rivals(List<Row> rows, Tally judged) {
        double ours = p95(judged.errors);
        rows.add(Row.figure("ours, all judged scenarios", "us", ours, "p95"));
        judged.rivals.forEach((rival, errors) -> {
            String gross = String.format(Locale.ROOT, "p95, %.0f %% wrong by > 0.5 ms", 100 * Tally.gross(errors));
            rows.add(Row.rival(rival.title(), "us", p95(errors), ours, gross));
        });
    }

    private static String line(Tally tally) {
        return String.format(
                Locale.ROOT,
                "p95; accepted %d/%d, median %.1f p90 %.1f max %.0f us, level p95 %.2f dB, inside U %.0f %%, refused %s",
                tally.accepted,
                tally.takes,
                Tally.quantile(tally.errors, 0.5),
                Tally.quantile(tally.errors, 0.9),
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
