package ensemble.house.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of a benchmark.
 *
 * @param goal what it may be, in the unit; empty = no goal, printed for what it explains
 * @param atLeast whether the goal is a lower bound, not an upper one
 * @param measured empty = could not be measured
 * @param ratio a peer's figure over ours; empty where there is none
 * @param note how many, which percentile, or why not
 */
public record Row(
        String name,
        String unit,
        OptionalDouble goal,
        boolean atLeast,
        OptionalDouble measured,
        OptionalDouble ratio,
        String note) {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    static Row of(String name, String unit, double goal, double measured, String note) {
        return new Row(name, unit, OptionalDouble.of(goal), false, OptionalDouble.of(measured), NONE, note);
    }

    static Row plain(String name, String unit, double measured, String note) {
        return new Row(name, unit, NONE, false, OptionalDouble.of(measured), NONE, note);
    }

    static Row notMeasured(String name, String unit, double goal, String why) {
        return new Row(name, unit, OptionalDouble.of(goal), false, NONE, NONE, why);
    }

    /** A line of the estimator's own benchmark. */
    public static Row of(ensemble.sync.bench.Row row) {
        return new Row(row.name(), row.unit(), row.goal(), row.atLeast(), row.measured(), row.ratio(), row.note());
    }

    /** {@code met}, {@code missed}, {@code not-measured}, or empty without a goal. */
    String verdict() {
        if (measured.isEmpty()) {
            return "not-measured";
        }
        if (goal.isEmpty()) {
            return "";
        }
        double left = goal.getAsDouble() - measured.getAsDouble();
        return (atLeast ? -left : left) >= 0 ? "met" : "missed";
    }

    public ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", name).put("unit", unit);
        put(json, "goal", goal);
        if (goal.isPresent()) {
            json.put("bound", atLeast ? "at-least" : "at-most");
        } else {
            json.putNull("bound");
        }
        put(json, "measured", measured);
        put(json, "ratio", ratio);
        return json.put("verdict", verdict()).put("note", note);
    }

    private static void put(ObjectNode json, String field, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(field, rounded(value.getAsDouble()));
        } else {
            json.putNull(field);
        }
    }

    public String line() {
        String ours = measured.isPresent() ? String.valueOf(rounded(measured.getAsDouble())) : "-";
        String bound = goal.isPresent() ? (atLeast ? ">= " : "<= ") + rounded(goal.getAsDouble()) : "";
        String against = ratio.isPresent() ? "x" + rounded(ratio.getAsDouble()) : verdict();
        return String.format(Locale.ROOT, "%-56s %10s %-6s %12s  %-12s %s", name, ours, unit, bound, against, note);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
