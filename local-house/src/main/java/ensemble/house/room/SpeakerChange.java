package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * What to change about a speaker, between two blocks; null leaves it. Done in the order drop, return, latency, ppm,
 * gain, stall.
 *
 * @param latencyMs 0 to 3000: its delay becomes this at once; earlier stalls and drift are forgotten
 * @param ppm -1000 to 1000: its delay goes on from where it is
 * @param gainDb -60 to 12
 * @param stallMs 0 to 2000 of silence, then everything that much later
 * @param drop its sink vanishes and with it what it had not yet emitted
 * @param comeBack its sink appears again, with a latency drawn within 20 ms around the one last configured or set
 */
public record SpeakerChange(
        @Nullable Double latencyMs,
        @Nullable Double ppm,
        @Nullable Double gainDb,
        @Nullable Double stallMs,
        boolean drop,
        boolean comeBack) {
    /** @throws IllegalArgumentException if a number is out of its range, which is named */
    public SpeakerChange {
        check(Limits.LATENCY_MS, latencyMs);
        check(Limits.PPM, ppm);
        check(Limits.GAIN_DB, gainDb);
        check(Limits.STALL_MS, stallMs);
    }

    private static void check(Limits limits, @Nullable Double value) {
        if (value != null) {
            limits.check(value);
        }
    }

    public static SpeakerChange latencyMs(double value) {
        return new SpeakerChange(value, null, null, null, false, false);
    }

    public static SpeakerChange ppm(double value) {
        return new SpeakerChange(null, value, null, null, false, false);
    }

    public static SpeakerChange gainDb(double value) {
        return new SpeakerChange(null, null, value, null, false, false);
    }

    public static SpeakerChange stallMs(double value) {
        return new SpeakerChange(null, null, null, value, false, false);
    }

    public static SpeakerChange dropped() {
        return new SpeakerChange(null, null, null, null, true, false);
    }

    public static SpeakerChange returned() {
        return new SpeakerChange(null, null, null, null, false, true);
    }

    boolean isEmpty() {
        return latencyMs == null && ppm == null && gainDb == null && stallMs == null && !drop && !comeBack;
    }
}
