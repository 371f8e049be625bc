package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * A speaker of the room as it is now.
 *
 * @param present false between drop and return
 * @param latencyMs what it was configured to, set to, or drawn to at its return
 * @param delayMs latency and stalls, less what its clock has gained
 * @param stalledMs the sum of the stalls since its latency was last set or drawn
 * @param restarts how often it ran out of buffer (its delay reached 0 or 5000 ms) and began at its latency again
 * @param returnSeed what the latency was drawn from at its last return; null before the first
 */
public record SpeakerState(
        String id,
        String name,
        boolean present,
        double latencyMs,
        double delayMs,
        double ppm,
        double gainDb,
        double stalledMs,
        long restarts,
        @Nullable Long returnSeed) {}
