package ensemble.wav;

/**
 * What a WAV file says it holds.
 *
 * @param rate frames per second, 8000 to 384000
 * @param channels 1 to 64
 * @param sample how one sample is written
 */
public record WavFormat(int rate, int channels, Sample sample) {
    /** How one sample is written; all little-endian. */
    public enum Sample {
        UNSIGNED_8(1),
        SIGNED_16(2),
        SIGNED_24(3),
        SIGNED_32(4),
        FLOAT_32(4),
        FLOAT_64(8);

        private final int bytes;

        Sample(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    int frameBytes() {
        return channels * sample.bytes();
    }
}
