package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each command cost by the stand-ins' meter, read after each one has come to rest. What the box tells of itself
 * meanwhile counts too: somebody pays for it.
 */
final class Costs {
    private final List<JsonNode> readings = new ArrayList<>();

    /** Takes one reading; the first stands before the first command. */
    void read(JsonNode meter) {
        readings.add(meter);
    }

    /** Per command: its 95th percentile against the goal. */
    List<Row> rows() {
        return List.of(
                row("shadow operations per command, p95", "shadowOps", 4),
                row("messages per command, p95", "messages", 5),
                row("write units per command, p95", "writeUnits", 3),
                row("read units per command, p95", "readUnits", 1));
    }

    private Row row(String name, String key, double goal) {
        List<Double> each = new ArrayList<>();
        for (int i = 1; i < readings.size(); i++) {
            each.add(readings.get(i).path(key).asDouble()
                    - readings.get(i - 1).path(key).asDouble());
        }
        double mean = each.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        return Row.of(
                name,
                "",
                goal,
                Percentile.of(each, 95),
                String.format(Locale.ROOT, "of %d; mean %.2f, by the stand-ins' meter", each.size(), mean));
    }
}
