package ensemble.sync.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of a benchmark.
 *
 * @param goal in words; empty for a rival or a figure without a goal
 * @param measured in words, with its unit
 * @param ratio a rival's figure over ours; empty where there is none
 */
public record Row(String name, String goal, String measured, OptionalDouble ratio, Outcome outcome) {
    /** Whether the goal was met. */
    public enum Outcome {
        MET,
        MISSED,
        NOT_MEASURED;

        /** As it is spelt in JSON, for example {@code not-measured}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Row atMost(String name, double measured, double goal, String unit) {
        return row(name, "<= ", measured, goal, unit, measured <= goal);
    }

    static Row atLeast(String name, double measured, double goal, String unit) {
        return row(name, ">= ", measured, goal, unit, measured >= goal);
    }

    static Row rival(String name, String measured, double ratio) {
        OptionalDouble known = Double.isFinite(ratio) ? OptionalDouble.of(ratio) : OptionalDouble.empty();
        return new Row(name, "", measured, known, Outcome.MET);
    }

    static Row figure(String name, String measured) {
        return new Row(name, "", measured, OptionalDouble.empty(), Outcome.MET);
    }

    private static Row row(String name, String sign, double measured, double goal, String unit, boolean met) {
        String value = Double.isNaN(measured) ? "nothing" : number(measured) + unit;
        Outcome outcome = Double.isNaN(measured) ? Outcome.NOT_MEASURED : met ? Outcome.MET : Outcome.MISSED;
        return new Row(name, sign + number(goal) + unit, value, OptionalDouble.empty(), outcome);
    }

    static String number(double value) {
        return String.format(
                Locale.ROOT, value == Math.rint(value) ? "%.0f" : Math.abs(value) < 1 ? "%.2f" : "%.1f", value);
    }
}
