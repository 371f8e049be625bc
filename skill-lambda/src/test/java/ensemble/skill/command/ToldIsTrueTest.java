package ensemble.skill.command;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.RequestKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stories that random troubles told first. */
class ToldIsTrueTest {
    private final TestHouse test = new TestHouse();

    @Test
    void aWriteWhoseAnswerWasLostIsFoundAndGoesOn() {
        test.store.lostAnswers = 1;
        assertInstanceOf(Outcome.Done.class, fulfil(new Command.TurnOn(BACKYARD), "one", IfUnanswered.SAY_SO));
        assertEquals(1, test.house().route().n());
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
    }

    @Test
    void aWithdrawalWhoseAnswerWasLostIsMadeOnce() {
        test.hub.deaf = true;
        test.time.in(Duration.ofSeconds(5), () -> test.store.lostAnswers = 1);
        assertCannot(CannotKind.NOT_ANSWERED, new Command.TurnOn(BACKYARD), "one");
        assertEquals(2, test.house().route().n());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void aWithdrawalIsSentAgainWhenItsSendingFails() {
        test.hub.deaf = true;
        test.time.in(Duration.ofSeconds(5), () -> test.shadows.refusals = 3);
        assertCannot(CannotKind.NOT_ANSWERED, new Command.TurnOn(BACKYARD), "one");
        assertEquals(2, test.shadows.lastWish().n());
    }

    @Test
    void aRefusedWishIsNotCarriedAlongByTheNext() {
        for (FaultKind fault : FaultKind.values()) {
            TestHouse house = new TestHouse();
            RoutingWish refused = ((Decision.Change)
                            CommandDesk.decide(new Command.TurnOn(BACKYARD), house.house(), FakeTime.START))
                    .next();
            house.hub.fault = Optional.of(fault);
            RoutingReport report = house.hub.reportOf(refused);
            house.store.put(house.house()
                    .with(house.house().route().followedBy(refused, RequestKey.of("one")))
                    .with(report));
            RoutingWish next = ((Decision.Change)
                            CommandDesk.decide(new Command.TurnOn(KITCHEN), house.house(), FakeTime.START))
                    .next();
            assertEquals(Set.of(SHELF), next.playing(), "after " + fault);
        }
    }

    @Test
    void takingBackTurnsNothingOnOnceOthersHaveFollowed() {
        fulfil(new Command.TurnOn(KITCHEN), "one", IfUnanswered.SAY_SO);
        test.hub.deaf = true;
        test.time.in(Duration.ofSeconds(2), () -> {
            RoutingWish patio = ((Decision.Change)
                            CommandDesk.decide(new Command.PlayOn(PATIO), test.house(), FakeTime.START))
                    .next();
            test.store.put(test.house().with(test.house().route().followedBy(patio, RequestKey.of("three"))));
        });
        assertCannot(CannotKind.NOT_ANSWERED, new Command.StopAll(), "two");
        assertEquals(Set.of(LEFT, RIGHT), test.shadows.lastWish().playing(), "the kitchen stays off");
    }

    /** Schedule 4498: a "turn off" that could not be told later was undone, and sound started that nobody wanted any more. */
    @Test
    void givingUpOnSilencingStartsNothing() {
        fulfil(new Command.TurnOn(KITCHEN), "one", IfUnanswered.SAY_SO);
        test.store.put(test.house().with(test.hub.reportOf(test.shadows.lastWish())));
        test.hub.deaf = true;
        fulfil(new Command.TurnOff(KITCHEN), "two", IfUnanswered.SAY_SO);
        test.fulfilment.giveUp(test.house(), 2, new Command.TurnOff(KITCHEN));
        assertEquals(Set.of(), test.shadows.lastWish().playing());
        assertEquals(3, test.shadows.lastWish().n());
    }

    @Test
    void aRequestRepeatedAfterTheHubHasGoneTakesItsWishBack() {
        test.hub.deaf = true;
        assertInstanceOf(Outcome.OnItsWay.class, fulfil(new Command.TurnOn(BACKYARD), "one", IfUnanswered.SAY_SO));
        test.hubIsOffline();
        assertCannot(CannotKind.HUB_OFFLINE, new Command.TurnOn(BACKYARD), "one");
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void aFaultFoundByARepeatedRequestTakesItsWishBack() {
        test.hub.deaf = true;
        fulfil(new Command.TurnOn(BACKYARD), "one", IfUnanswered.SAY_SO);
        test.hub.fault = Optional.of(FaultKind.NO_SOUND);
        test.shadows.report(test.hub.reportOf(test.shadows.lastWish()));
        assertCannot(CannotKind.NO_SOUND, new Command.TurnOn(BACKYARD), "one");
        assertEquals(Set.of(), test.shadows.lastWish().playing());
        assertEquals(2, test.house().route().n());
    }

    @Test
    void aSpeakerThatCameBackDoesNotUndoTheRefusal() {
        RoutingWish wish = ((Decision.Change)
                        CommandDesk.decide(new Command.TurnOn(KITCHEN), test.house(), FakeTime.START))
                .next();
        test.hub.fault = Optional.of(FaultKind.SPEAKERS_AWAY);
        Outcome outcome = Verdict.of(test.house(), 1, new Command.TurnOn(KITCHEN), test.hub.reportOf(wish))
                .orElseThrow();
        assertInstanceOf(Outcome.Cannot.class, outcome);
        assertFalse(wish.playing().isEmpty());
    }

    private Outcome fulfil(Command command, String request, IfUnanswered ifUnanswered) {
        return test.fulfilment.fulfil(test.house(), command, RequestKey.of(request), ifUnanswered);
    }

    private void assertCannot(CannotKind kind, Command command, String request) {
        Outcome outcome = fulfil(command, request, IfUnanswered.WITHDRAW);
        assertEquals(kind, assertInstanceOf(Outcome.Cannot.class, outcome).kind());
    }
}
