package ensemble.skill.command;

import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.Stamp;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.household.Household;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final Household house = CommandDeskTest.playing(Set.of(DECK, LEFT));

    @Test
    void anUnansweredWishCounts() {
        assertEquals(
                Set.of(DECK, LEFT),
                Standing.of(house.with(report(new Stamp(6, 0), Set.of()))).playing());
    }

    @Test
    void aSpeakerThatIsAwayKeepsItsWish() {
        RoutingReport away = report(new Stamp(7, 0), Set.of(LEFT));
        assertEquals(Set.of(DECK, LEFT), Standing.of(house.with(away)).playing());
    }

    @Test
    void whatWasSetOnTheBoxSinceCounts() {
        RoutingWish standing = Standing.of(house.with(report(new Stamp(7, 1), Set.of(SHELF))));
        assertEquals(Set.of(SHELF), standing.playing());
        assertEquals(new Volume(33), standing.of(SHELF).volume());
    }

    @Test
    void anExpiredWishCountsOnlyAsFarAsItIsHeard() {
        RoutingReport byFault = new RoutingReport(
                new Stamp(7, 0),
                report(new Stamp(7, 0), Set.of(LEFT)).speakers(),
                Optional.of(new Fault(FaultKind.EXPIRED, Set.of())),
                OptionalLong.empty());
        assertEquals(Set.of(LEFT), Standing.of(house.with(byFault)).playing());
        RoutingReport byNumber =
                new RoutingReport(new Stamp(7, 0), byFault.speakers(), Optional.empty(), OptionalLong.of(7));
        assertEquals(Set.of(LEFT), Standing.of(house.with(byNumber)).playing());
    }

    @Test
    void whatExpiredCanBeWishedAgain() {
        RoutingReport expired = new RoutingReport(
                new Stamp(7, 0), report(new Stamp(7, 0), Set.of()).speakers(), Optional.empty(), OptionalLong.of(7));
        Decision again = CommandDesk.decide(
                new Command.TurnOn(ensemble.skill.fake.Houses.BACKYARD), house.with(expired), FakeTime.START);
        assertEquals(8, ((Decision.Change) again).next().n());
    }

    private static RoutingReport report(Stamp stamp, Set<SpeakerId> playing) {
        SortedMap<SpeakerId, SpeakerReport> speakers = new TreeMap<>();
        for (SpeakerId id : Set.of(SHELF, LEFT, DECK)) {
            speakers.put(
                    id,
                    new SpeakerReport(
                            true,
                            playing.contains(id),
                            new Volume(33),
                            false,
                            Role.STEREO,
                            Gain.UNITY,
                            DelayMicros.NONE));
        }
        return new RoutingReport(stamp, speakers, Optional.empty(), OptionalLong.empty());
    }
}
