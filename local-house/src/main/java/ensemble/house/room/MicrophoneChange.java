package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * What happens to the room's microphone.
 *
 * @param ppm its clock against the room's from now on, -1000 to 1000; null = as it is
 * @param slipMs so much of what it hears comes twice, as when a capture block is repeated, 0 to 500; null = nothing slips
 * @param block from now on something covers it: it hears its own noise alone
 * @param unblock it is free again
 */
public record MicrophoneChange(
        @Nullable Double ppm, @Nullable Double slipMs, boolean block, boolean unblock) {
    private static final double MOST_SLIP_MS = 500;

    /** @throws IllegalArgumentException if a number is out of its range */
    public MicrophoneChange {
        if (ppm != null) {
            Limits.PPM.check(ppm);
        }
        if (slipMs != null && !(slipMs >= 0 && slipMs <= MOST_SLIP_MS)) {
            throw new IllegalArgumentException("a slip is 0 to 500 ms, not " + slipMs);
        }
    }

    boolean isEmpty() {
        return ppm == null && slipMs == null && !block && !unblock;
    }
}
