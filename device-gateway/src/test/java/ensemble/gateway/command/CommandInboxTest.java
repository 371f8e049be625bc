package ensemble.gateway.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.wake.Waker;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CommandInboxTest {
    private final Waker waker = new Waker();
    private final CommandInbox inbox = new CommandInbox(waker);

    @Test
    void commandsAreTakenInOrderAndWakeTheLoop() throws InterruptedException {
        inbox.hand(new BoxCommand.Everywhere());
        inbox.hand(new BoxCommand.Nothing());

        assertTrue(waker.await(Duration.ZERO));
        assertEquals(new BoxCommand.Everywhere(), inbox.take().orElseThrow().command());
        assertEquals(new BoxCommand.Nothing(), inbox.take().orElseThrow().command());
        assertEquals(Optional.empty(), inbox.take());
    }

    @Test
    void whatIsToldAsUndecidedIsNeverDecidedLater() throws InterruptedException {
        Verdict verdict = inbox.ask(new BoxCommand.Everywhere(), Duration.ofMillis(1));

        assertInstanceOf(Verdict.Refused.class, verdict);
        assertEquals(Optional.empty(), inbox.take(), "the loop must not find it any more");
    }

    @Test
    void theSeventeenthIsRefusedAtOnceAndTheOthersStay() {
        for (int i = 0; i < 16; i++) {
            inbox.hand(new BoxCommand.Nothing());
        }

        assertInstanceOf(
                Verdict.Refused.class,
                inbox.hand(new BoxCommand.Everywhere()).verdict().getNow(Verdict.TAKEN));
        for (int i = 0; i < 16; i++) {
            assertEquals(new BoxCommand.Nothing(), inbox.take().orElseThrow().command());
        }
        assertEquals(Optional.empty(), inbox.take());
    }
}
