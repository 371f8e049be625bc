package ensemble.skill.time;

import java.time.Duration;
import java.util.List;

/**
 * When to look whether the hub has answered, counted from the moment the wish was sent.
 *
 * @param normal the looks of every command; each costs one shadow operation, so there are two
 * @param insisting the further looks where Alexa cannot be told "later"; the last one ends before Alexa's own
 * limit of 8 s
 */
public record LookTimes(List<Duration> normal, List<Duration> insisting) {
    public static final LookTimes USUAL = new LookTimes(
            List.of(Duration.ofMillis(300), Duration.ofMillis(1_150)),
            List.of(Duration.ofMillis(2_300), Duration.ofMillis(4_000), Duration.ofMillis(5_800)));

    public LookTimes {
        normal = List.copyOf(normal);
        insisting = List.copyOf(insisting);
    }
}
