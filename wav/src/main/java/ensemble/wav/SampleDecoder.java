package ensemble.wav;

import java.nio.ByteBuffer;

/** Turns stored samples into floats, full scale = 1; a float that is no number becomes silence. */
final class SampleDecoder {
    private SampleDecoder() {}

    static void decode(ByteBuffer from, WavFormat.Sample sample, float[] into, int count) {
        switch (sample) {
            case UNSIGNED_8 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = ((from.get() & 0xff) - 128) * 0x1p-7f;
                }
            }
            case SIGNED_16 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = from.getShort() * 0x1p-15f;
                }
            }
            case SIGNED_24 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = signed24(from) * 0x1p-23f;
                }
            }
            case SIGNED_32 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = from.getInt() * 0x1p-31f;
                }
            }
            case FLOAT_32 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = finite(from.getFloat());
                }
            }
            case FLOAT_64 -> {
                for (int i = 0; i < count; i++) {
                    into[i] = finite((float) from.getDouble());
                }
            }
        }
    }

    private static int signed24(ByteBuffer from) {
        int low = from.get() & 0xff;
        int middle = from.get() & 0xff;
        return (from.get() << 16) | (middle << 8) | low;
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0f;
    }
}
