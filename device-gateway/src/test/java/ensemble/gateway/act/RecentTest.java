package ensemble.gateway.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecentTest {
    /** Forgetting the lowest number would forget the newest of those that count down. */
    @Test
    void theOldestIsForgottenHoweverItIsNumbered() {
        Recent<String> recent = new Recent<>();
        recent.put(900, "a wish's");
        for (long n = -1; n >= -8; n--) {
            recent.put(n, "the box's");
        }

        assertEquals(Optional.empty(), recent.get(900));
        assertEquals(Optional.of("the box's"), recent.get(-1));
        assertEquals(Optional.of("the box's"), recent.get(-8));
    }

    @Test
    void whatIsPutAgainIsChanged() {
        Recent<String> recent = new Recent<>();
        recent.put(1, "running");
        recent.put(1, "done");

        assertEquals(Optional.of("done"), recent.get(1));
        assertEquals(1, recent.values().size());
    }
}
