package ensemble.sync.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SyncBenchTest {
    private static List<Row> rows(int takes, long seed, String... names) throws InterruptedException {
        System.out.println("seed " + seed);
        SyncBench.Result result = SyncBench.run(takes, seed, false, scenario -> {});
        List<Row> rows = result.rows().stream()
                .filter(row -> List.of(names).stream().anyMatch(row.name()::startsWith))
                .toList();
        assertTrue(rows.size() >= names.length, rows::toString);
        return rows;
    }

    @Test
    void aTakeOfEveryKindIsNeverGrosslyWrong() throws InterruptedException {
        for (Row row : rows(7, 4, "wrong by", "broken takes accepted")) {
            assertTrue(row.met(), row::toString);
        }
    }

    @Test
    @Tag("slow")
    void takesOfAnUnseenSeedAreNeverGrosslyWrongAndRivalsOftenAre() throws InterruptedException {
        for (Row row : rows(
                350,
                SyncBench.SEED + 1,
                "wrong by",
                "broken takes accepted",
                "rooms hard enough",
                "truth within",
                "rooms .3-.6 s, SNR 5 dB: level")) {
            assertTrue(row.met(), row::toString);
        }
    }

    @Test
    void aGoalWithoutAMeasurementIsNotMet() {
        assertEquals(false, Row.atMost("nothing", "us", Double.NaN, 21, "").met());
        assertEquals(true, Row.atMost("at most", "us", 21, 21, "").met());
        assertEquals(false, Row.atLeast("at least", "%", 89.9, 90, "").met());
    }
}
