package ensemble.catalogue.advise;

import ensemble.catalogue.data.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One method's place.
 *
 * @param rank from 1; null if it cannot work with what there is
 * @param why in one sentence: why it is there, or why it loses
 * @param chain every fact the place follows from
 * @param offsetMs expected between the speakers, milliseconds; null unknown
 * @param tier the tier that offset reaches; null unknown or none
 * @param costUsd what has to be bought; null unknown
 * @param plays names of the speakers it would play on
 */
public record Ranked(
        Method method,
        @Nullable Integer rank,
        String why,
        List<Reason> chain,
        @Nullable Double offsetMs,
        @Nullable String tier,
        @Nullable Double costUsd,
        List<String> plays,
        List<String> steps) {}
