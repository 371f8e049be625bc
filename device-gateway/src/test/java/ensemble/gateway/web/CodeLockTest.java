package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.web.CodeLock.Begun;
import ensemble.gateway.web.CodeLock.Tried;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stories of the one-time code; time is a number. */
final class CodeLockTest {
    private final CodeLock lock = new CodeLock(new Random(1));
    private long now;

    @Test
    void theRightCodeOpensOnce() {
        String code = made();
        assertTrue(code.matches("[0-9]{8}"), code);

        assertInstanceOf(Tried.Right.class, lock.attempt(code, now));
        assertInstanceOf(Tried.Wrong.class, lock.attempt(code, now), "used is used");
    }

    @Test
    void oneLivesAtATime() {
        String code = made();
        pass(Duration.ofMinutes(4));

        assertEquals(new Begun.Waiting(Duration.ofMinutes(6)), lock.begin(now));
        assertInstanceOf(Tried.Right.class, lock.attempt(code, now));
    }

    @Test
    void itIsTooOldAfterTenMinutesAndTheNextIsAnother() {
        String code = made();
        pass(Duration.ofMinutes(10).minusNanos(1));
        assertTrue(lock.isLive(now));
        pass(Duration.ofNanos(1));
        assertFalse(lock.isLive(now));

        assertInstanceOf(Tried.Wrong.class, lock.attempt(code, now));
        assertNotEquals(code, made());
    }

    @Test
    void fiveWrongTriesLockItAndTheCodeIsGone() {
        String code = made();
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(Tried.Wrong.class, lock.attempt("00000000", now));
        }
        assertEquals(new Tried.Locked(CodeLock.LOCKED), lock.attempt("00000001", now));

        assertInstanceOf(Tried.Locked.class, lock.attempt(code, now), "the right one comes too late");
        assertInstanceOf(Begun.Locked.class, lock.begin(now));
        pass(CodeLock.LOCKED.minusNanos(1));
        assertEquals(new Begun.Locked(Duration.ofNanos(1)), lock.begin(now));
        pass(Duration.ofNanos(1));
        assertInstanceOf(Tried.Wrong.class, lock.attempt(code, now), "and stays gone");
        assertInstanceOf(Tried.Right.class, lock.attempt(made(), now));
    }

    /** Four guesses for each of many codes would be as good as many for one. */
    @Test
    void waitingForTheNextCodeDoesNotMakeUpForWrongTries() {
        for (int i = 0; i < 4; i++) {
            made();
            assertInstanceOf(Tried.Wrong.class, lock.attempt("none", now));
            pass(CodeLock.LIFE);
        }
        made();

        assertInstanceOf(Tried.Locked.class, lock.attempt("none", now));
    }

    @Test
    void triesWithoutACodeCountAsWell() {
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(Tried.Wrong.class, lock.attempt("12345678", now));
        }

        assertInstanceOf(Tried.Locked.class, lock.attempt("12345678", now));
    }

    @Test
    void theRightOneForgivesWhatWasMistyped() {
        for (int round = 0; round < 3; round++) {
            String code = made();
            for (int i = 0; i < 4; i++) {
                assertInstanceOf(Tried.Wrong.class, lock.attempt("1", now));
            }
            assertInstanceOf(Tried.Right.class, lock.attempt(code, now));
        }
    }

    /** As note: five tries in a quarter of an hour, all day, against a hundred million codes. */
    @Test
    void guessingAllDayHasAChanceOfLessThanOneInTenThousand() {
        int tries = 0;
        for (long minute = 0; minute < 24 * 60; minute++) {
            now = Duration.ofMinutes(minute).toNanos();
            lock.begin(now);
            while (!(lock.attempt("none", now) instanceof Tried.Locked)) {
                tries++;
            }
        }

        assertTrue(tries > 0 && tries / 1e8 < 1e-4, tries + " tries");
    }

    private String made() {
        return assertInstanceOf(Begun.Made.class, lock.begin(now)).digits();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
