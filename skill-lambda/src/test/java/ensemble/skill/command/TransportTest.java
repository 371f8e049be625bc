package ensemble.skill.command;

import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.contract.state.Act;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.skill.fake.FakeTime;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Household;
import ensemble.skill.household.RequestKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Play, pause, next, previous, and the one-shot acts of the box. */
class TransportTest {
    private final TestHouse test = new TestHouse();

    @Test
    void whereTheEchoCanBeToldPauseTellsIt() {
        playing(BACKYARD, true, Playback.PLAYING);
        assertDone(new Command.Pause(Subject.of(BACKYARD)));
        assertEquals(
                List.of(new Ticket(2, Act.PAUSE, "")), test.shadows.lastWish().tickets());
        assertEquals(false, test.shadows.lastWish().of(DECK).muted());
    }

    @Test
    void whoeverElseListensIsNotPaused() {
        playing(BACKYARD, true, Playback.PLAYING);
        assertDone(new Command.Pause(Subject.of(PATIO)));
        RoutingWish wish = test.shadows.lastWish();
        assertEquals(List.of(), wish.tickets());
        assertEquals(
                List.of(true, true, false),
                List.of(
                        wish.of(LEFT).muted(),
                        wish.of(RIGHT).muted(),
                        wish.of(DECK).muted()));
    }

    @Test
    void whereTheEchoCannotBeToldPauseMutesAndPlayUnmutes() {
        playing(BACKYARD, false, Playback.UNKNOWN);
        assertDone(new Command.Pause(Subject.of(BACKYARD)));
        assertEquals(true, test.shadows.lastWish().of(DECK).muted());
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
        assertDone(new Command.Play(Subject.of(BACKYARD)));
        assertEquals(false, test.shadows.lastWish().of(DECK).muted());
        assertEquals(List.of(), test.shadows.lastWish().tickets());
    }

    @Test
    void playMovesTheMusicAndLetsTheEchoGoOn() {
        playing(BACKYARD, true, Playback.PAUSED);
        assertDone(new Command.Play(Subject.of(KITCHEN)));
        assertEquals(Set.of(SHELF), test.shadows.lastWish().playing());
        assertEquals(
                List.of(new Ticket(2, Act.PLAY, "")), test.shadows.lastWish().tickets());
    }

    @Test
    void resumeChangesNobodysPlaying() {
        playing(BACKYARD, true, Playback.PAUSED);
        assertDone(new Command.Play(Subject.whole()));
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
        assertEquals(
                List.of(new Ticket(2, Act.PLAY, "")), test.shadows.lastWish().tickets());
    }

    @Test
    void nextIsATicketOrAnHonestNo() {
        playing(BACKYARD, true, Playback.PLAYING);
        assertDone(new Command.Next());
        assertEquals(Act.NEXT, test.shadows.lastWish().tickets().getLast().act());
        test.store.put(test.houseWithEcho(false));
        long before = test.house().route().n();
        assertEquals(CannotKind.NOT_SUPPORTED, cannot(new Command.Previous()));
        assertEquals(before, test.house().route().n(), "nothing was written");
    }

    @ParameterizedTest
    @EnumSource(TicketEcho.class)
    void anActIsWhatItsEchoSays(TicketEcho echo) {
        test.hub.echo = Optional.of(echo);
        Outcome outcome = fulfilled(new Command.Perform(Act.LINE_UP, Subject.of(BACKYARD)));
        switch (echo) {
            case RUNNING, DONE -> assertInstanceOf(Outcome.Done.class, outcome);
            case EXPIRED -> assertKind(CannotKind.EXPIRED, outcome);
            case BUSY -> assertKind(CannotKind.MEASURING, outcome);
            case NOT_SUPPORTED -> assertKind(CannotKind.NOT_SUPPORTED, outcome);
            case AWAY -> assertKind(CannotKind.NOT_THERE, outcome);
            case FAILED -> assertKind(CannotKind.ACT_FAILED, outcome);
        }
    }

    @Test
    void anActThatIsNotEchoedIsCalledBack() {
        test.hub.echo = Optional.empty();
        Outcome outcome = test.fulfilment.fulfil(
                test.house(),
                new Command.Perform(Act.IDENTIFY, Subject.of(DECK)),
                RequestKey.of("identify"),
                IfUnanswered.WITHDRAW);
        assertKind(CannotKind.NOT_ANSWERED, outcome);
        assertEquals(List.of(), test.shadows.lastWish().tickets());
        assertEquals(2, test.shadows.lastWish().n());
    }

    @Test
    void anActDeliveredTwiceHappensOnce() {
        Command chime = new Command.Perform(Act.IDENTIFY, Subject.of(DECK));
        for (int i = 0; i < 2; i++) {
            var unused = test.fulfilment.fulfil(test.house(), chime, RequestKey.of("one"), IfUnanswered.SAY_SO);
        }
        assertEquals(
                List.of(new Ticket(1, Act.IDENTIFY, "deck")),
                test.shadows.lastWish().tickets());
        fulfilled(chime);
        assertEquals(2, test.shadows.lastWish().tickets().size(), "asked for twice is done twice");
    }

    @Test
    void anActNeedsItsSubject() {
        assertEquals(CannotKind.NO_SUCH_GROUP, cannot(new Command.Perform(Act.LINE_UP, Subject.of(DECK))));
        assertEquals(CannotKind.NO_SUCH_SPEAKER, cannot(new Command.Perform(Act.IDENTIFY, Subject.of(PATIO))));
    }

    @Test
    void membersPlayedOneByOneByAlexasOwnGroupAllPlay() {
        for (var speaker : List.of(LEFT, RIGHT, DECK)) {
            assertDone(new Command.Play(Subject.of(speaker)));
        }
        assertEquals(Set.of(LEFT, RIGHT, DECK), test.shadows.lastWish().playing());
        test.time.pass(Duration.ofSeconds(2));
        assertDone(new Command.Play(Subject.of(SHELF)));
        assertEquals(Set.of(SHELF), test.shadows.lastWish().playing());
    }

    @Test
    void aSpeakerThatPlaysAloneCarriesTheWholeProgram() {
        assertDone(new Command.TurnOn(PATIO));
        assertDone(new Command.PlayOn(Subject.of(LEFT)));
        assertEquals(
                ensemble.contract.value.Role.STEREO,
                test.shadows.lastWish().of(LEFT).role());
    }

    private void playing(ensemble.contract.id.GroupId group, boolean controllable, Playback playback) {
        test.hub.playback = playback;
        Household quiet = test.houseWithEcho(controllable);
        RoutingWish wish = VolumeTest.next(new Command.PlayOn(group), quiet);
        test.store.put(
                quiet.with(new ensemble.skill.household.Route(wish, List.of())).with(test.hub.reportOf(wish)));
    }

    private int asked;

    private Outcome fulfilled(Command command) {
        test.time.pass(Duration.ofMillis(100));
        return test.fulfilment.fulfil(
                test.house(), command, RequestKey.of("request " + asked++ + FakeTime.START), IfUnanswered.SAY_SO);
    }

    private void assertDone(Command command) {
        assertInstanceOf(Outcome.Done.class, fulfilled(command));
    }

    private CannotKind cannot(Command command) {
        return assertInstanceOf(Outcome.Cannot.class, fulfilled(command)).kind();
    }

    private static void assertKind(CannotKind kind, Outcome outcome) {
        assertEquals(kind, assertInstanceOf(Outcome.Cannot.class, outcome).kind());
    }
}
