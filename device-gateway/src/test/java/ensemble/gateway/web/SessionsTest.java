package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SessionsTest {
    private final Sessions sessions = new Sessions(new Random(1));

    @Test
    void aSessionHoldsForThirtyDaysOrUntilItIsEnded() {
        String first = sessions.open(0);
        String second = sessions.open(1);

        assertEquals(64, first.length(), "256 bits");
        assertTrue(sessions.holds(first, Sessions.LIFE.toNanos() - 1));
        sessions.end(second);
        assertFalse(sessions.holds(second, 1));
        assertFalse(sessions.holds(first, Sessions.LIFE.toNanos()));
    }

    @Test
    void nobodyElsesWordHolds() {
        sessions.open(0);

        assertFalse(sessions.holds("", 0));
        assertFalse(sessions.holds("0".repeat(64), 0));
    }

    @Test
    void theOldestOfSeventeenGivesWay() {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i <= Sessions.MOST; i++) {
            tokens.add(sessions.open(i));
        }

        assertFalse(sessions.holds(tokens.getFirst(), 100));
        assertTrue(tokens.stream().skip(1).allMatch(token -> sessions.holds(token, 100)));
    }
}
