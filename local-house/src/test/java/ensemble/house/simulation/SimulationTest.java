package ensemble.house.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random troubles, none of them may break a promise; and bugs that were planted are found. */
class SimulationTest {
    private static final long QUICK = 300;
    private static final long MANY = 10_000;
    private static final long FOR_A_PLANTED_BUG = 500;

    @TempDir
    Path folder;

    @Test
    void aFewHundredSchedulesKeepEveryPromise() {
        keepsItsPromises(1, QUICK);
    }

    @Test
    @Tag("slow")
    void tenThousandSchedulesKeepEveryPromise() {
        keepsItsPromises(QUICK + 1, MANY);
    }

    /** {@code -Densemble.seed=N} tells the story of one schedule. */
    @Test
    void oneSchedule() {
        keepsItsPromises(Long.getLong("ensemble.seed", 1), 1);
    }

    @Test
    void theSameNumberMakesTheSameStory() {
        for (long seed = 1; seed <= 20; seed++) {
            assertEquals(history(seed), history(seed));
        }
        assertTrue(history(1).history().size() > 10, "something happens");
    }

    @ParameterizedTest
    @CsvSource({
        "INBOX_TAKES_ANY_NUMBER, NO_ANSWER_WITHOUT_WISH",
        "ANSWERS_BEFORE_CARRIED, REPORTED_PLAYING_IS_HEARD",
        "STORE_IGNORES_CONDITIONS, NUMBERS_ONLY_RISE",
        "REPLAYS_FORGOTTEN, ONE_WISH_PER_REQUEST",
        "REFUSED_WISH_APPLIED_LATER, REFUSED_STAYS_REFUSED",
        "NOTHING_KEPT, NUMBERS_ONLY_RISE",
        "AGE_IGNORED, EXPIRED_STARTS_NOTHING",
        "WITHDRAWALS_NOT_SENT, CONVERGES",
        "ABSENT_SPEAKERS_COUNT_AS_THERE, REPORTED_PLAYING_IS_HEARD"
    })
    void aPlantedBugIsFound(Planted bug, Promise promise) {
        Explorer explorer = new Explorer(Set.of(bug), Optional.of(folder));
        Optional<Explorer.Find> find = explorer.firstBreaking(promise, 1, FOR_A_PLANTED_BUG);
        assertTrue(find.isPresent(), () -> bug + " was not found in " + FOR_A_PLANTED_BUG + " schedules");
    }

    private void keepsItsPromises(long fromSeed, long count) {
        Explorer explorer = new Explorer(Set.of(), Optional.of(folder));
        long began = System.nanoTime();
        explorer.firstOf(fromSeed, count).ifPresent(find -> fail(explorer.story(find)));
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("%d schedules from seed %d in %.1f s%n", count, fromSeed, seconds);
    }

    private static Simulation.Result history(long seed) {
        return Simulation.run(Schedule.of(seed), Set.of(), true, Optional.empty());
    }
}
