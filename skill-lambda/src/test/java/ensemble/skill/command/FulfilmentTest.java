package ensemble.skill.command;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.DEMO;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FulfilmentTest {
    private static final RequestKey KEY = RequestKey.of("request-1");

    private final TestHouse test = new TestHouse();

    @Test
    void aQuickHubIsAnsweredAtTheFirstLook() {
        Outcome.Done done = assertInstanceOf(Outcome.Done.class, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(1, done.n());
        assertEquals(1, test.shadows.reads, "one look was enough");
        assertEquals(Duration.ofMillis(300), test.time.passed());
        assertEquals(List.of("route 1"), test.store.writes);
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
    }

    @Test
    void aSlowerOneAtTheSecond() {
        test.hub.answersAfter = Duration.ofMillis(900);
        assertInstanceOf(Outcome.Done.class, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(2, test.shadows.reads);
        assertTrue(test.time.passed().toMillis() <= 1_200);
    }

    @Test
    void aPersonIsToldThatItIsOnItsWay() {
        test.hub.deaf = true;
        Outcome.OnItsWay later = assertInstanceOf(Outcome.OnItsWay.class, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(1, later.n());
        assertEquals(2, test.shadows.reads);
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing(), "the wish stands");
    }

    @Test
    void whereNobodyCanBeToldLaterTheWishIsTakenBack() {
        test.hub.deaf = true;
        assertCannot(CannotKind.NOT_ANSWERED, turnOnBackyard(IfUnanswered.DEFER_OR_WITHDRAW));
        assertTrue(test.time.passed().toMillis() <= 6_000);
        assertEquals(2, test.shadows.lastWish().n());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
        assertEquals(List.of("route 1", "route 2"), test.store.writes);
    }

    @Test
    void withAGrantItIsDeferred() {
        test.hub.deaf = true;
        test.isGranted();
        assertInstanceOf(Outcome.OnItsWay.class, turnOnBackyard(IfUnanswered.DEFER_OR_WITHDRAW));
        assertTrue(test.time.passed().toMillis() <= 1_200);
    }

    @Test
    void nothingIsWrittenForAHubThatIsAway() {
        test.hubIsOffline();
        assertCannot(CannotKind.HUB_OFFLINE, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(List.of(), test.store.writes);
        assertEquals(List.of(), test.shadows.wishes);
        assertEquals(0, test.shadows.reads);
    }

    @Test
    void aFaultIsToldAndTheWishTakenBack() {
        for (FaultKind fault : FaultKind.values()) {
            TestHouse house = new TestHouse();
            house.hub.fault = Optional.of(fault);
            Outcome outcome =
                    house.fulfilment.fulfil(house.house(), new Command.TurnOn(BACKYARD), KEY, IfUnanswered.SAY_SO);
            assertCannot(CannotKind.of(fault), outcome);
            assertEquals(Set.of(), house.shadows.lastWish().playing());
            assertEquals(2, house.house().route().n());
        }
    }

    @Test
    void aMissingMemberIsARemarkAndAllMissingIsAFault() {
        test.hub.away.add(DECK);
        assertEquals(
                Set.of(DECK),
                assertInstanceOf(Outcome.Done.class, turnOnBackyard(IfUnanswered.SAY_SO))
                        .missing());
        test.store.put(test.house().with(test.hub.reportOf(test.shadows.lastWish())));
        test.hub.away.add(SHELF);
        assertCannot(CannotKind.SPEAKERS_AWAY, fulfil(new Command.PlayOn(KITCHEN), "request-2", IfUnanswered.SAY_SO));
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing(), "the music stays where it was");
    }

    @Test
    void silencingABoxWithoutSoundIsDone() {
        turnOnBackyard(IfUnanswered.SAY_SO);
        test.hub.fault = Optional.of(FaultKind.NO_SOUND);
        assertInstanceOf(Outcome.Done.class, fulfil(new Command.TurnOff(BACKYARD), "request-2", IfUnanswered.SAY_SO));
    }

    @Test
    void theSameRequestTwiceMakesOneWish() {
        turnOnBackyard(IfUnanswered.SAY_SO);
        fulfil(new Command.TurnOff(BACKYARD), "request-2", IfUnanswered.SAY_SO);
        Outcome again = turnOnBackyard(IfUnanswered.SAY_SO);
        assertEquals(1, assertInstanceOf(Outcome.Done.class, again).n());
        assertEquals(2, test.house().route().n());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void aRequestToldCannotIsToldSoAgain() {
        test.hub.deaf = true;
        turnOnBackyard(IfUnanswered.WITHDRAW);
        test.hub.deaf = false;
        assertCannot(CannotKind.NOT_ANSWERED, turnOnBackyard(IfUnanswered.WITHDRAW));
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void theLaterOfTwoMeansItAgainOnTopOfTheOther() {
        test.store.overtakers.add(() -> {
            RoutingWish kitchen = ((Decision.Change)
                            CommandDesk.decide(new Command.TurnOn(KITCHEN), test.house(), FakeTime.START))
                    .next();
            putUnseen(kitchen);
        });
        assertInstanceOf(Outcome.Done.class, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(Set.of(SHELF, LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
        assertEquals(2, test.house().route().n());
    }

    @Test
    void whoIsOvertakenTooOftenGivesUpWithoutATrace() {
        for (int i = 1; i <= 8; i++) {
            long n = i;
            test.store.overtakers.add(() ->
                    putUnseen(new RoutingWish(n, test.house().route().wish().speakers())));
        }
        assertCannot(CannotKind.BUSY, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(List.of(), test.shadows.wishes);
    }

    @Test
    void takingBackLeavesWhatOthersWishedSince() {
        test.hub.deaf = true;
        test.time.in(Duration.ofSeconds(2), () -> {
            RoutingWish kitchen = ((Decision.Change)
                            CommandDesk.decide(new Command.TurnOn(KITCHEN), test.house(), FakeTime.START))
                    .next();
            putUnseen(kitchen);
        });
        assertCannot(CannotKind.NOT_ANSWERED, turnOnBackyard(IfUnanswered.WITHDRAW));
        assertEquals(Set.of(SHELF), test.shadows.lastWish().playing());
        assertEquals(3, test.shadows.lastWish().n());
    }

    @Test
    void anOutageOfTheStoreClaimsNothing() throws StoreException {
        var house = test.house();
        test.store.away = true;
        assertCannot(
                CannotKind.TROUBLE,
                test.fulfilment.fulfil(house, new Command.TurnOn(BACKYARD), KEY, IfUnanswered.SAY_SO));
        assertEquals(List.of(), test.shadows.wishes);
        test.store.away = false;
        assertEquals(
                Route.NONE,
                test.store.load(DEMO, HouseholdStore.Reading.SURE).orElseThrow().route());
    }

    @Test
    void anOutageOfTheShadowsLeavesNoWishBehind() {
        test.shadows.away = true;
        assertCannot(CannotKind.TROUBLE, turnOnBackyard(IfUnanswered.SAY_SO));
        assertEquals(Set.of(), test.house().route().wish().playing());
    }

    @Test
    void whatStandsAlreadyIsNotWrittenAgain() {
        turnOnBackyard(IfUnanswered.SAY_SO);
        test.store.writes.clear();
        Outcome again = fulfil(new Command.TurnOn(BACKYARD), "request-2", IfUnanswered.SAY_SO);
        assertEquals(1, assertInstanceOf(Outcome.Done.class, again).n());
        assertEquals(List.of(), test.store.writes);
        assertEquals(1, test.shadows.wishes.size());
    }

    private void putUnseen(RoutingWish wish) {
        test.store.put(test.house().with(test.house().route().followedBy(wish, RequestKey.of("other " + wish.n()))));
    }

    private Outcome turnOnBackyard(IfUnanswered ifUnanswered) {
        return fulfil(new Command.TurnOn(BACKYARD), "request-1", ifUnanswered);
    }

    private Outcome fulfil(Command command, String request, IfUnanswered ifUnanswered) {
        return test.fulfilment.fulfil(test.house(), command, RequestKey.of(request), ifUnanswered);
    }

    private static void assertCannot(CannotKind kind, Outcome outcome) {
        assertEquals(kind, assertInstanceOf(Outcome.Cannot.class, outcome).kind());
    }
}
