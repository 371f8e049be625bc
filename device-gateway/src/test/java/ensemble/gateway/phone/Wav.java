package ensemble.gateway.phone;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A recording as the page makes it, and what can be wrong with it. */
final class Wav {
    private Wav() {}

    static byte[] of(int rate, int frames) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * frames).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * frames);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * frames);
        for (int i = 0; i < frames; i++) {
            bytes.putShort((short) (i % 100 - 50));
        }
        return bytes.array();
    }

    /** The same with one byte changed. */
    static byte[] with(int at, int value) {
        byte[] wav = of(48_000, 100);
        wav[at] = (byte) value;
        return wav;
    }
}
