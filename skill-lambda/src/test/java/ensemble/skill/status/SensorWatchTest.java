package ensemble.skill.status;

import static ensemble.skill.fake.Houses.PATIO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.Household;
import ensemble.skill.household.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contact turns when the truth has been the opposite for ten seconds, and only then. */
class SensorWatchTest {
    /** Statuses at seconds; the seconds at which the contact is closed (c) or open (o) after each. */
    @ParameterizedTest
    @CsvSource({
        "'0 IN_SYNC', 'c'",
        "'0 UNKNOWN, 5 OUT_OF_SYNC', 'o o'",
        "'0 IN_SYNC, 20 OUT_OF_SYNC, 25 OUT_OF_SYNC, 30 OUT_OF_SYNC', 'c c c o'",
        "'0 IN_SYNC, 20 OUT_OF_SYNC, 25 IN_SYNC, 30 OUT_OF_SYNC, 39 OUT_OF_SYNC', 'c c c c c'",
        "'0 IN_SYNC, 20 DRIFTING, 60 DRIFTING, 90 UNKNOWN, 120 ALIGNING', 'c c c c c'",
        "'0 OUT_OF_SYNC, 20 DRIFTING, 60 UNKNOWN, 80 IN_SYNC, 90 IN_SYNC', 'o o o o c'",
        "'0 IN_SYNC, 20 OUT_OF_SYNC, 25 UNKNOWN, 31 OUT_OF_SYNC, 40 OUT_OF_SYNC, 41 OUT_OF_SYNC', 'c c c c c o'"
    })
    void turns(String story, String contacts) {
        Household house = Houses.demo();
        List<String> seen = new ArrayList<>();
        for (String step : story.split(", ", -1)) {
            String[] words = step.split(" ", -1);
            Instant now = FakeTime.START.plusSeconds(Long.parseLong(words[0]));
            house = house.with(report(SyncStatus.valueOf(words[1]), 1_000, now));
            house = house.with(SensorWatch.next(house, now));
            seen.add(house.told().isClosed(Told.keyOf(PATIO)) ? "c" : "o");
        }
        assertEquals(List.of(contacts.split(" ", -1)), seen);
    }

    /** Spreads measured one after the other, and what is told. */
    @ParameterizedTest
    @CsvSource({
        "'1000', 1000",
        "'1000 1040', 1000",
        "'1000 1199', 1000",
        "'1000 1201', 1201",
        "'10 55', 10",
        "'10 61', 61",
        "'1000 1040 1080 1120 1160 1210', 1210"
    })
    void anOffsetIsToldAnewWhenItMatters(String spreads, long told) {
        Household house = Houses.demo();
        for (String spread : spreads.split(" ", -1)) {
            house = house.with(report(SyncStatus.IN_SYNC, Double.parseDouble(spread), FakeTime.START));
            house = house.with(SensorWatch.next(house, FakeTime.START));
        }
        assertEquals(told, house.told().offsetOf(PATIO).orElseThrow().micros());
    }

    private static SyncReport report(SyncStatus status, double spread, Instant at) {
        TreeMap<ensemble.contract.id.GroupId, GroupSync> groups = new TreeMap<>();
        boolean isMeasured = status != SyncStatus.UNKNOWN && status != SyncStatus.ALIGNING;
        groups.put(
                PATIO,
                new GroupSync(
                        status, isMeasured ? Optional.of(new GroupSync.Measured(spread, 100, at)) : Optional.empty()));
        return new SyncReport(groups, new TreeMap<>());
    }
}
