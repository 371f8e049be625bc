package ensemble.skill.command;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Volume;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.household.Household;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A group's volume is its loudest member's, and setting it keeps the balance. */
class VolumeTest {
    /** Left, right and deck before; the command; left, right and deck after. */
    static List<Arguments> balances() {
        Subject backyard = Subject.of(BACKYARD);
        return List.of(
                Arguments.of(at(80, 40, 20), new Command.SetVolume(backyard, new Volume(40)), at(40, 20, 10)),
                Arguments.of(at(40, 20, 10), new Command.SetVolume(backyard, new Volume(80)), at(80, 40, 20)),
                Arguments.of(at(80, 40, 0), new Command.SetVolume(backyard, new Volume(40)), at(40, 20, 0)),
                Arguments.of(at(0, 0, 0), new Command.SetVolume(backyard, new Volume(30)), at(30, 30, 30)),
                Arguments.of(at(80, 40, 20), new Command.SetVolume(backyard, Volume.SILENT), at(0, 0, 0)),
                Arguments.of(at(90, 3, 1), new Command.SetVolume(backyard, new Volume(5)), at(5, 1, 1)),
                Arguments.of(at(80, 40, 20), new Command.AdjustVolume(backyard, 10), at(90, 45, 23)),
                Arguments.of(at(95, 40, 20), new Command.AdjustVolume(backyard, 10), at(100, 42, 21)),
                Arguments.of(at(5, 5, 5), new Command.AdjustVolume(backyard, -100), at(0, 0, 0)),
                Arguments.of(at(80, 40, 20), new Command.AdjustVolume(Subject.of(DECK), 5), at(80, 40, 25)));
    }

    @ParameterizedTest
    @MethodSource
    void balances(Map<SpeakerId, Integer> before, Command command, Map<SpeakerId, Integer> after) {
        RoutingWish next = next(command, house(before));
        assertEquals(after, points(next));
        assertEquals(Set.of(LEFT, RIGHT, DECK), next.playing(), "volume changes nobody's playing");
        assertEquals(new Volume(80), next.of(SHELF).volume(), "nobody else's volume moves");
    }

    @Test
    void louderTwiceCountsFromThePendingWish() {
        Household house = house(at(50, 50, 50));
        RoutingWish once = next(new Command.AdjustVolume(Subject.of(BACKYARD), 10), house);
        RoutingWish twice =
                next(new Command.AdjustVolume(Subject.of(BACKYARD), 10), CommandDeskTest.wishing(house, once));
        assertEquals(at(70, 70, 70), points(twice));
    }

    @Test
    void muteIsKeptApartFromTheVolume() {
        Household house = house(at(50, 40, 30));
        RoutingWish muted = next(new Command.SetMute(Subject.of(PATIO), true), house);
        assertEquals(
                List.of(true, true, false),
                List.of(
                        muted.of(LEFT).muted(),
                        muted.of(RIGHT).muted(),
                        muted.of(DECK).muted()));
        assertEquals(at(50, 40, 30), points(muted));
        RoutingWish unmuted =
                next(new Command.SetMute(Subject.of(PATIO), false), CommandDeskTest.wishing(house, muted));
        assertEquals(house.route().wish().speakers(), unmuted.speakers());
    }

    @Test
    void whatIsTurnedOnAnewIsHeard() {
        Household house = house(at(50, 40, 30));
        RoutingWish muted = next(new Command.SetMute(Subject.of(PATIO), true), house);
        RoutingWish off = next(new Command.TurnOff(PATIO), CommandDeskTest.wishing(house, muted));
        RoutingWish on = next(new Command.TurnOn(PATIO), CommandDeskTest.wishing(house, off));
        assertEquals(false, on.of(LEFT).muted());
    }

    @Test
    void aChangedVolumeIsAChangedGroup() {
        Decision decision = CommandDesk.decide(
                new Command.SetVolume(Subject.of(DECK), new Volume(100)), house(at(50, 40, 30)), FakeTime.START);
        assertEquals(
                Set.of(BACKYARD, ensemble.skill.fake.Houses.ALL),
                assertInstanceOf(Decision.Change.class, decision).changed());
    }

    static RoutingWish next(Command command, Household house) {
        return assertInstanceOf(Decision.Change.class, CommandDesk.decide(command, house, FakeTime.START))
                .next();
    }

    private static Household house(Map<SpeakerId, Integer> points) {
        Household playing = CommandDeskTest.playing(Set.of(LEFT, RIGHT, DECK));
        SortedMap<SpeakerId, SpeakerWish> speakers =
                new TreeMap<>(playing.route().wish().speakers());
        points.forEach((id, volume) -> speakers.computeIfPresent(id, (same, wish) -> wish.at(new Volume(volume))));
        return CommandDeskTest.wishing(playing, new RoutingWish(7, speakers));
    }

    private static Map<SpeakerId, Integer> at(int left, int right, int deck) {
        return Map.of(LEFT, left, RIGHT, right, DECK, deck);
    }

    private static Map<SpeakerId, Integer> points(RoutingWish wish) {
        return Set.of(LEFT, RIGHT, DECK).stream()
                .collect(Collectors.toMap(id -> id, id -> wish.of(id).volume().points()));
    }
}
