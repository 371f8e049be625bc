package ensemble.sync.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SyncBenchTest {
    private static Map<String, Row> rows(int takes, long seed) {
        System.out.println("seed " + seed);
        List<Row> rows = SyncBench.run(takes, seed, scenario -> {});
        return rows.stream().collect(Collectors.toMap(Row::name, Function.identity(), (a, b) -> a));
    }

    @Test
    void aFewTakesOfEveryKindAreNeverGrosslyWrong() {
        Map<String, Row> rows = rows(14, 4);
        List<Row> promised = rows.values().stream()
                .filter(row -> row.name().startsWith("wrong by") || row.name().startsWith("accepted: "))
                .toList();
        assertEquals(2, promised.size());
        for (Row row : promised) {
            assertEquals(Row.Outcome.MET, row.outcome(), row::toString);
        }
    }

    @Test
    @Tag("slow")
    void sixHundredTakesOfAnUnseenSeedAreNeverGrosslyWrongAndRivalsOftenAre() {
        Map<String, Row> rows = rows(600, SyncBench.SEED + 1);
        for (Row row : rows.values()) {
            boolean must = row.name().startsWith("wrong by")
                    || row.name().startsWith("accepted:")
                    || row.name().startsWith("rooms hard enough")
                    || row.name().startsWith("truth within");
            assertTrue(!must || row.outcome() == Row.Outcome.MET, row::toString);
        }
    }
}
