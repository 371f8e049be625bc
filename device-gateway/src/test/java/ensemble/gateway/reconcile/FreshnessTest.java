package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.gateway.shadow.Desired.Arrived;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {
    private static final long SECOND = 1_000_000_000L;

    /** age when it came, how long it was held since, the gap before it, the time of day; quiet from 22 to 7. */
    @ParameterizedTest
    @CsvSource({
        "0,  0,   0, 12:00, true",
        "30, 0,   0, 12:00, true",
        "31, 0,   0, 12:00, false",
        "20, 11,  0, 12:00, false",
        "5,  0, 600, 12:00, true",
        "5,  0, 600, 21:59, true",
        "5,  0, 600, 22:00, false",
        "5,  0, 600, 03:00, false",
        "5,  0, 600, 06:59, false",
        "5,  0, 600, 07:00, true",
        "5,  0, 120, 03:00, true",
        "5,  0,   0, 03:00, true",
    })
    void audibleWishesAreValidForAWhile(long age, long held, long gap, String local, boolean may) {
        Freshness freshness = new Freshness(LocalTime.of(22, 0), LocalTime.of(7, 0));

        boolean decided = freshness.mayStartSound(
                new Arrived<>("wish", age, gap, 100 * SECOND), (100 + held) * SECOND, LocalTime.parse(local));

        assertEquals(may, decided);
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 17:00, 08:59, false",
        "09:00, 17:00, 09:00, true",
        "09:00, 17:00, 17:00, false",
        "08:00, 08:00, 08:00, false"
    })
    void quietHoursMayLieWithinADayOrBeOff(String from, String until, String local, boolean quiet) {
        assertEquals(
                quiet, new Freshness(LocalTime.parse(from), LocalTime.parse(until)).isQuiet(LocalTime.parse(local)));
    }
}
