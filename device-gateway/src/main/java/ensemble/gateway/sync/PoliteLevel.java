package ensemble.gateway.sync;

import ensemble.gateway.audio.Microphone;

/** How loud the probe must be: from how far the warm-up noise stood out of the room, no louder than needed. Pure. */
final class PoliteLevel {
    /** -30 dBFS: where it begins. */
    static final double SOFTEST_DB = -24;

    static final double LOUDEST_DB = 0;

    /** One step up after a speaker was not heard well. */
    static final double STEP_DB = 12;

    private static final double WANTED_DB = 30;

    private static final double BLOCK_SECONDS = 0.05;
    private static final double ONSET = 10;

    /** What is reckoned with where the noise was not heard to begin. */
    private static final double LONGEST_SECONDS = 1.9;

    /** A sweep's level over the warm-up noise's, at equal gain. */
    private static final double SWEEP_OVER_NOISE_DB = 20;

    /** The faintest of several is this much under their mean. */
    private static final double UNEVEN_DB = 6;

    private PoliteLevel() {}

    /**
     * @param heard from when the warm-up insert began
     * @return decibels on the probe's own level, -24 to 0
     */
    static double of(float[] heard, int speakers) {
        double noise = power(heard, Signals.HUSH_SECONDS - 0.4, Signals.HUSH_SECONDS);
        double loudest = 0;
        for (double at = Signals.HUSH_SECONDS; at < heard.length / (double) Microphone.RATE - 0.3; at += 0.1) {
            loudest = Math.max(loudest, power(heard, at, at + 0.3));
        }
        double outDb = 10 * Math.log10(Math.max(loudest, 1e-12) / Math.max(noise, 1e-12));
        double sweepDb = outDb + SWEEP_OVER_NOISE_DB - 10 * Math.log10(speakers) - UNEVEN_DB;
        double needed = Math.ceil((WANTED_DB - sweepDb) / 6) * 6;
        return Math.clamp(needed, SOFTEST_DB, LOUDEST_DB);
    }

    /**
     * How late the warm-up noise was heard, seconds: the box's buffers, the speaker's latency, the microphone's. A busy machine was
     * seen to take one and a half.
     *
     * @param heard from when the warm-up insert began
     */
    static double latency(float[] heard) {
        double noise = power(heard, Signals.HUSH_SECONDS - 0.4, Signals.HUSH_SECONDS);
        double end = heard.length / (double) Microphone.RATE - BLOCK_SECONDS;
        for (double at = Signals.HUSH_SECONDS; at < end; at += BLOCK_SECONDS) {
            if (power(heard, at, at + BLOCK_SECONDS) > ONSET * Math.max(noise, 1e-12)) {
                return at - Signals.HUSH_SECONDS;
            }
        }
        return LONGEST_SECONDS;
    }

    private static double power(float[] samples, double from, double to) {
        int begin = Math.min(samples.length, (int) (from * Microphone.RATE));
        int end = Math.min(samples.length, (int) (to * Microphone.RATE));
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += samples[i] * samples[i];
        }
        return sum / Math.max(1, end - begin);
    }
}
