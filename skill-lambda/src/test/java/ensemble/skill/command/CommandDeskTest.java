package ensemble.skill.command;

import static ensemble.skill.fake.Houses.ALL;
import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.Household;
import ensemble.skill.household.RequestKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandDeskTest {
    static List<Arguments> whatPlaysAfterwards() {
        return List.of(
                row(new Command.TurnOn(KITCHEN), Set.of(), Set.of(SHELF), Set.of(KITCHEN)),
                row(new Command.TurnOn(KITCHEN), Set.of(DECK), Set.of(SHELF, DECK), Set.of(KITCHEN)),
                row(new Command.TurnOn(BACKYARD), Set.of(LEFT), Set.of(LEFT, RIGHT, DECK), Set.of(PATIO, BACKYARD)),
                row(new Command.TurnOff(PATIO), Set.of(LEFT, RIGHT, DECK), Set.of(DECK), Set.of(PATIO, BACKYARD)),
                row(new Command.TurnOff(KITCHEN), Set.of(SHELF, DECK), Set.of(DECK), Set.of(KITCHEN)),
                row(new Command.PlayOn(KITCHEN), Set.of(LEFT, RIGHT), Set.of(SHELF), Set.of(KITCHEN, PATIO)),
                row(new Command.PlayOn(PATIO), Set.of(DECK, LEFT), Set.of(LEFT, RIGHT), Set.of(PATIO)),
                row(
                        new Command.Everywhere(),
                        Set.of(),
                        Set.of(SHELF, LEFT, RIGHT, DECK),
                        Set.of(KITCHEN, PATIO, BACKYARD, ALL)),
                row(new Command.StopAll(), Set.of(SHELF, DECK), Set.of(), Set.of(KITCHEN)));
    }

    @ParameterizedTest
    @MethodSource
    void whatPlaysAfterwards(Command command, Set<SpeakerId> before, Set<SpeakerId> after, Set<GroupId> changed) {
        Decision.Change change =
                assertInstanceOf(Decision.Change.class, CommandDesk.decide(command, playing(before), FakeTime.START));
        assertEquals(after, change.next().playing());
        assertEquals(changed, change.changed());
        assertEquals(8, change.next().n());
        assertEquals(4, change.next().speakers().size(), "a wish names every speaker of the hub");
    }

    @Test
    void theRoleComesFromTheGroupLastCommanded() {
        Household house = playing(Set.of());
        RoutingWish patio = next(new Command.TurnOn(PATIO), house);
        assertEquals(Role.LEFT, patio.of(LEFT).role());
        RoutingWish backyard = next(new Command.TurnOn(BACKYARD), wishing(house, patio));
        assertEquals(Role.STEREO, backyard.of(LEFT).role());
        assertEquals(Role.RIGHT, patio.of(RIGHT).role());
    }

    @Test
    void aSpeakerThatGoesOffKeepsItsVolume() {
        Household house = playing(Set.of(SHELF));
        RoutingWish loud =
                with(house.route().wish(), SHELF, house.route().wish().of(SHELF).at(new Volume(83)));
        RoutingWish off = next(new Command.TurnOff(KITCHEN), wishing(house, loud));
        assertEquals(new SpeakerWish(false, new Volume(83), false, Role.STEREO), off.of(SHELF));
    }

    @Test
    void whatIsSoAlreadyRaisesNoNumber() {
        Household house = playing(Set.of(SHELF));
        assertEquals(new Decision.Unchanged(7), CommandDesk.decide(new Command.TurnOn(KITCHEN), house, FakeTime.START));
        assertEquals(new Decision.Unchanged(7), CommandDesk.decide(new Command.PlayOn(KITCHEN), house, FakeTime.START));
        assertEquals(new Decision.Unchanged(7), CommandDesk.decide(new Command.TurnOff(PATIO), house, FakeTime.START));
    }

    @Test
    void anUnknownGroupIsRefused() {
        Command command = new Command.TurnOn(new GroupId("attic"));
        assertEquals(
                new Decision.Refused(CannotKind.NO_SUCH_GROUP),
                CommandDesk.decide(command, playing(Set.of()), FakeTime.START));
    }

    @Test
    void halfOfAnOutputIsRefusedAndTheWholeIsNot() {
        Household silent = pair(List.of());

        Decision refused = new Decision.Refused(CannotKind.SHARED_OUTPUT);
        assertEquals(refused, CommandDesk.decide(new Command.TurnOn(KITCHEN), silent, FakeTime.START));
        assertEquals(refused, CommandDesk.decide(new Command.PlayOn(KITCHEN), silent, FakeTime.START));
        assertEquals(
                refused, CommandDesk.decide(new Command.Play(new Subject.OfSpeaker(LEFT)), silent, FakeTime.START));
        assertEquals(Set.of(SHELF, LEFT), next(new Command.Everywhere(), silent).playing());

        Household playing = pair(List.of(SHELF, LEFT));
        assertEquals(refused, CommandDesk.decide(new Command.TurnOff(KITCHEN), playing, FakeTime.START));
        assertInstanceOf(
                Decision.Unchanged.class, CommandDesk.decide(new Command.TurnOn(KITCHEN), playing, FakeTime.START));
        assertEquals(Set.of(), next(new Command.StopAll(), playing).playing());
    }

    /** The shelf and the left are one output; the kitchen is the shelf alone. */
    private static Household pair(List<SpeakerId> playing) {
        OutputId pair = new OutputId("pair");
        HouseConfig config = new HouseConfig(
                2,
                List.of(
                        new SpeakerConfig(SHELF, new Name("Shelf"), pair),
                        new SpeakerConfig(LEFT, new Name("Left"), pair)),
                List.of(Houses.CONFIG.group(KITCHEN).orElseThrow()));
        Household demo = Houses.demo();
        Household house = new Household(
                demo.user(),
                demo.hub(),
                demo.presence(),
                config,
                demo.route(),
                demo.reports(),
                Optional.empty(),
                List.of());
        TreeMap<SpeakerId, SpeakerWish> wish = new TreeMap<>();
        List.of(SHELF, LEFT).forEach(id -> wish.put(id, SpeakerWish.UNTOUCHED.turned(playing.contains(id))));
        return wishing(house, new RoutingWish(7, wish));
    }

    private static Arguments row(Command command, Set<SpeakerId> before, Set<SpeakerId> after, Set<GroupId> changed) {
        return Arguments.of(command, before, after, changed);
    }

    private static RoutingWish next(Command command, Household house) {
        return assertInstanceOf(Decision.Change.class, CommandDesk.decide(command, house, FakeTime.START))
                .next();
    }

    /** The demo house with wish 7. */
    static Household playing(Set<SpeakerId> speakers) {
        TreeMap<SpeakerId, SpeakerWish> wish = new TreeMap<>();
        Houses.CONFIG
                .speakers()
                .forEach(speaker ->
                        wish.put(speaker.id(), SpeakerWish.UNTOUCHED.turned(speakers.contains(speaker.id()))));
        return wishing(Houses.demo(), new RoutingWish(7, wish));
    }

    static Household wishing(Household house, RoutingWish wish) {
        return house.with(house.route().followedBy(wish, RequestKey.of("earlier")));
    }

    static RoutingWish with(RoutingWish wish, SpeakerId id, SpeakerWish speaker) {
        TreeMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>(wish.speakers());
        speakers.put(id, speaker);
        return new RoutingWish(wish.n(), speakers);
    }
}
