package ensemble.skill.household;

import java.time.Instant;
import java.util.List;

/**
 * When codes were tried, as far back as a limit looks.
 *
 * @param version rises with every change, from 0 while there is none
 * @param at oldest first
 */
public record Tries(long version, List<Instant> at) {
    public static final Tries NONE = new Tries(0, List.of());

    public Tries {
        at = List.copyOf(at);
    }

    public Tries next(List<Instant> newer) {
        return new Tries(version + 1, newer);
    }
}
