package ensemble.gateway.audio.pipewire;

import java.time.Duration;

/**
 * Notices a record stream that is ready and linked but carries nothing: PipeWire 0.3.65 was seen to make such a one, which
 * neither corking nor linking anew brought to life. Waits longer each time, in case the silence has another cause.
 */
final class DeafnessWatch {
    private static final long FIRST_NANOS = Duration.ofMillis(400).toNanos();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();

    private long patience = FIRST_NANOS;
    private long deafSince;
    private boolean deaf;

    /**
     * Takes one look; true when the stream is to be made anew.
     *
     * @param mustHear it is ready and linked
     * @param hears something is there to be read
     */
    boolean noticed(long nowNanos, boolean mustHear, boolean hears) {
        if (hears) {
            patience = FIRST_NANOS;
        }
        if (hears || !mustHear) {
            deaf = false;
            return false;
        }
        if (!deaf) {
            deaf = true;
            deafSince = nowNanos;
        }
        if (nowNanos - deafSince < patience) {
            return false;
        }
        deaf = false;
        patience = Math.min(2 * patience, LONGEST_NANOS);
        return true;
    }
}
