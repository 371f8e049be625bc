package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.state.Act;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Task;
import ensemble.gateway.shadow.Desired.Arrived;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts happen once, in time, or not at all. */
final class TicketStoriesTest {
    private final Box box = new Box();

    @BeforeEach
    void theHouseIsKnownAndTheKitchenPlays() {
        box.house();
        box.wish(1, "kitchen");
        box.converge();
    }

    @Test
    void anActIsBegunOnceHoweverOftenItsWishIsRead() {
        box.asks(2, Act.IDENTIFY, 0);
        assertEquals(Map.of(2L, TicketEcho.RUNNING), echoes());
        box.asks(2, Act.IDENTIFY, 0);
        box.inbox.routing(new Arrived<>(
                Box.routing(2, "kitchen").and(Act.IDENTIFY, "deck").numbered(3), 0, 0, 0));
        assertEquals(Map.of(2L, TicketEcho.RUNNING), echoes());
        box.doer.ends(2, TicketEcho.DONE);

        assertEquals(Map.of(2L, TicketEcho.DONE), echoes());
        assertEquals(List.of(new Task(2, Act.IDENTIFY, "deck")), box.doer.begun);
        assertEquals(new Stamp(3, 0), box.look().stamp());
    }

    @Test
    void anActOfAWishThatWasNeverReadItselfIsStillDone() {
        box.inbox.routing(
                new Arrived<>(Box.routing(2, "kitchen").and(Act.NEXT, "").numbered(4), 0, 0, 0));

        assertEquals(Map.of(2L, TicketEcho.RUNNING), echoes());
    }

    @Test
    void whatIsHeardMayNotHappenLateButWhatIsSilentMay() {
        box.asks(2, Act.IDENTIFY, 31);
        assertEquals(Map.of(2L, TicketEcho.EXPIRED), echoes());
        box.asks(3, Act.NEXT, 31);

        assertEquals(Map.of(2L, TicketEcho.EXPIRED, 3L, TicketEcho.RUNNING), echoes());
        assertEquals(List.of(new Task(3, Act.NEXT, "deck")), box.doer.begun);
    }

    @Test
    void whatNoPartOfTheBoxCanDoIsNotSupported() {
        box.asks(2, Act.LINE_UP, 0);

        assertEquals(Map.of(2L, TicketEcho.NOT_SUPPORTED), echoes());
    }

    @Test
    void anActThatAPowerCutEndedHasFailedAndIsNotDoneAgain() {
        box.asks(2, Act.IDENTIFY, 0);
        box.converge();
        box.doer.forgets();
        box.restarts();
        box.asks(2, Act.IDENTIFY, 0);

        assertEquals(Map.of(2L, TicketEcho.FAILED), echoes());
        assertEquals(1, box.doer.begun.size());
    }

    @Test
    void aRefusedWishDoesNothing() {
        box.graph.leaves("spk.deck");
        box.inbox.routing(new Arrived<>(Box.routing(2, "deck").and(Act.IDENTIFY, "deck"), 0, 0, 0));

        assertEquals(Map.of(2L, TicketEcho.FAILED), echoes());
        assertEquals(List.of(), box.doer.begun);
    }

    private SortedMap<Long, TicketEcho> echoes() {
        return box.converge().echoes();
    }
}
