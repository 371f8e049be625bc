package ensemble.gateway.bluetooth;

import java.util.Optional;

/**
 * Finds a link that is connected and carries no sound: no audio channel after some seconds, or a channel that stays idle
 * while it should sound. Mends it in order: ask for the channel, then once more, then hang up and call again, then leave it
 * and say so. One device, one thread.
 */
final class SilenceWatch {
    static final long PATIENCE_NANOS = 5 * Backoff.SECOND;
    static final long IDLE_PATIENCE_NANOS = 15 * Backoff.SECOND;
    /** How often the whole ladder is climbed before it is left: some radios need it twice, none needs it for ever. */
    static final int MOST_CYCLES = 2;

    private long wrongSinceNanos = Long.MIN_VALUE;
    private long actedNanos = Long.MIN_VALUE;
    private int asked;
    private int cycles;

    /** What to do about it. */
    enum Step {
        ASK_FOR_SOUND,
        HANG_UP
    }

    /**
     * @param device where it is connected
     * @param direction which way the sound shall go
     * @param expectSound whether sound is being sent through it now
     * @param idleIsDoubtful this BlueZ may call a sounding channel idle
     */
    void see(
            DeviceFacts device,
            TransportFacts.Direction direction,
            boolean expectSound,
            boolean idleIsDoubtful,
            long nowNanos) {
        boolean channel = device.carries(direction);
        boolean idle = device.transport()
                .filter(open -> open.state() == TransportFacts.State.IDLE)
                .isPresent();
        if (channel && !(idle && expectSound && !idleIsDoubtful)) {
            clear();
            cycles = 0;
        } else if (wrongSinceNanos == Long.MIN_VALUE) {
            wrongSinceNanos = nowNanos + (channel ? IDLE_PATIENCE_NANOS - PATIENCE_NANOS : 0);
        }
    }

    /** It is not connected: what was wrong with the last link says nothing about the next, but the cycles are kept. */
    void apart() {
        clear();
    }

    private void clear() {
        wrongSinceNanos = Long.MIN_VALUE;
        actedNanos = Long.MIN_VALUE;
        asked = 0;
    }

    boolean silent(long nowNanos) {
        return wrongSinceNanos != Long.MIN_VALUE && nowNanos - wrongSinceNanos >= PATIENCE_NANOS;
    }

    /** The next thing to do, if its time has come. */
    Optional<Step> step(long nowNanos) {
        boolean waiting = actedNanos != Long.MIN_VALUE && nowNanos - actedNanos < PATIENCE_NANOS;
        if (!silent(nowNanos) || waiting || cycles >= MOST_CYCLES) {
            return Optional.empty();
        }
        return Optional.of(asked < 2 ? Step.ASK_FOR_SOUND : Step.HANG_UP);
    }

    /** That step was begun. */
    void did(Step step, long nowNanos) {
        actedNanos = nowNanos;
        switch (step) {
            case ASK_FOR_SOUND -> asked++;
            case HANG_UP -> cycles++;
        }
    }

    /** A person asks for it again. */
    void begin() {
        clear();
        cycles = 0;
    }
}
