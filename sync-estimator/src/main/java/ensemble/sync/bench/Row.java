package ensemble.sync.bench;

import java.util.OptionalDouble;

/**
 * One line of a benchmark.
 *
 * @param unit of goal and measured; empty for counts
 * @param goal empty for a rival or a figure without one
 * @param atLeast whether the goal is a lower bound, not an upper one
 * @param measured empty if there was nothing to measure
 * @param ratio a rival's figure over ours; empty where there is none
 * @param note of what, or what else is to be known of it
 */
public record Row(
        String name,
        String unit,
        OptionalDouble goal,
        boolean atLeast,
        OptionalDouble measured,
        OptionalDouble ratio,
        String note) {
    static Row atMost(String name, String unit, double measured, double goal, String note) {
        return new Row(name, unit, OptionalDouble.of(goal), false, known(measured), OptionalDouble.empty(), note);
    }

    static Row atLeast(String name, String unit, double measured, double goal, String note) {
        return new Row(name, unit, OptionalDouble.of(goal), true, known(measured), OptionalDouble.empty(), note);
    }

    static Row figure(String name, String unit, double measured, String note) {
        return new Row(name, unit, OptionalDouble.empty(), false, known(measured), OptionalDouble.empty(), note);
    }

    static Row rival(String name, String unit, double measured, double ours, String note) {
        return new Row(name, unit, OptionalDouble.empty(), false, known(measured), known(measured / ours), note);
    }

    private static OptionalDouble known(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Whether it has a goal and reached it. */
    public boolean met() {
        return goal.isPresent()
                && measured.isPresent()
                && (atLeast
                        ? measured.getAsDouble() >= goal.getAsDouble()
                        : measured.getAsDouble() <= goal.getAsDouble());
    }
}
