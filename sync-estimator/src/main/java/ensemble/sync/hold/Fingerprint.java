package ensemble.sync.hold;

/**
 * How one speaker is heard where the microphone stands, from calibration: by it the speaker's mark is compared, so
 * that reflections help instead of hurting.
 *
 * @param response band-limited (500 Hz to 9 kHz) and real, at 48 kHz: {@link #LEAD} samples before the arrival by
 *     which offsets are counted, then 40 ms from it on
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Fingerprint(float[] response) {
    /** Samples before the arrival. */
    public static final int LEAD = 96;

    /** Samples in all. */
    public static final int LENGTH = LEAD + 1920;

    public Fingerprint {
        if (response.length != LENGTH) {
            throw new IllegalArgumentException("a fingerprint has " + LENGTH + " samples, not " + response.length);
        }
    }
}
