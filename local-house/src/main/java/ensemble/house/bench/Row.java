package ensemble.house.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of a benchmark.
 *
 * @param goal what it may be at most, in the unit; empty = no goal, printed for what it explains
 * @param measured empty = could not be measured
 * @param note how many, which percentile, or why not
 */
public record Row(String name, String unit, OptionalDouble goal, OptionalDouble measured, String note) {
    static Row of(String name, String unit, double goal, double measured, String note) {
        return new Row(name, unit, OptionalDouble.of(goal), OptionalDouble.of(measured), note);
    }

    static Row plain(String name, String unit, double measured, String note) {
        return new Row(name, unit, OptionalDouble.empty(), OptionalDouble.of(measured), note);
    }

    static Row notMeasured(String name, String unit, double goal, String why) {
        return new Row(name, unit, OptionalDouble.of(goal), OptionalDouble.empty(), why);
    }

    /** {@code met}, {@code missed}, {@code not-measured}, or empty without a goal. */
    String verdict() {
        if (measured.isEmpty()) {
            return "not-measured";
        }
        if (goal.isEmpty()) {
            return "";
        }
        return measured.getAsDouble() <= goal.getAsDouble() ? "met" : "missed";
    }

    public ObjectNode json() {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("name", name).put("unit", unit);
        json.put("goal", goal.isPresent() ? (Double) goal.getAsDouble() : null);
        json.put("measured", measured.isPresent() ? (Double) rounded(measured.getAsDouble()) : null);
        json.putNull("ratio");
        return json.put("verdict", verdict()).put("note", note);
    }

    public String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %10s %-6s %12s  %-12s %s",
                name,
                measured.isPresent() ? rounded(measured.getAsDouble()) : "-",
                unit,
                goal.isPresent() ? "goal " + rounded(goal.getAsDouble()) : "",
                verdict(),
                note);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
