package ensemble.gateway.audio;

import java.util.OptionalDouble;

/** The one microphone of the box. It is off but for the length of {@link #listen} and {@link #follow}. */
public interface Microphone {
    /** Frames a second of every hearing. */
    int RATE = 48_000;

    /**
     * Listens. The caller's thread waits; one thread listens at a time.
     *
     * @param listening called once, on the caller's thread, when sound flows from the microphone
     * @param seconds how long to go on after that, at most 120
     * @throws MicrophoneFault if there is none, or it stops; what was heard is gone
     */
    Hearing listen(Runnable listening, double seconds) throws MicrophoneFault, InterruptedException;

    /**
     * Listens on and on, until the follower has had enough. The caller's thread waits; one thread listens at a time.
     *
     * @throws MicrophoneFault if there is none, or it stops
     */
    void follow(Follower follower) throws MicrophoneFault, InterruptedException;

    /** Who hears what the microphone hears, as it comes. Called on the listening thread; has to be quick. */
    @FunctionalInterface
    interface Follower {
        /**
         * More was heard.
         *
         * @param samples only valid during the call, from index 0
         * @param whole whether nothing is known to be missing or doubled between this and the last call
         * @return whether to go on
         */
        boolean heard(float[] samples, int count, boolean whole);
    }

    /**
     * What was heard.
     *
     * @param samples from before {@code listening} was called to the end, full scale = 1
     * @param gaps how often something is known to be missing or doubled in it; such a take must not be believed
     * @param beforeSeconds how long before {@code listening} was called its first sample sounded; empty = not known
     */
    @SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
    record Hearing(float[] samples, int gaps, OptionalDouble beforeSeconds) {}
}
