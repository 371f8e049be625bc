package ensemble.wav;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds WAV files byte by byte, right and wrong ones. */
final class WavBytes {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    static WavBytes riff() {
        return new WavBytes().tag("RIFF").int32(0).tag("WAVE");
    }

    WavBytes tag(String four) {
        bytes.put(four.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    WavBytes int32(int value) {
        bytes.putInt(value);
        return this;
    }

    WavBytes fmt(int code, int channels, int rate, int bits) {
        tag("fmt ").int32(16);
        return body(code, channels, rate, bits);
    }

    private WavBytes body(int code, int channels, int rate, int bits) {
        int frame = channels * bits / 8;
        bytes.putShort((short) code).putShort((short) channels).putInt(rate).putInt(rate * frame);
        bytes.putShort((short) frame).putShort((short) bits);
        return this;
    }

    WavBytes extensible(int code, int channels, int rate, int bits) {
        tag("fmt ").int32(40);
        body(0xFFFE, channels, rate, bits);
        bytes.putShort((short) 22)
                .putShort((short) bits)
                .putInt(0)
                .putShort((short) code)
                .put(new byte[14]);
        return this;
    }

    WavBytes chunk(String tag, int length) {
        tag(tag).int32(length);
        bytes.put(new byte[length + (length & 1)]);
        return this;
    }

    WavBytes data(int claimed, byte... samples) {
        tag("data").int32(claimed);
        bytes.put(samples);
        return this;
    }

    byte[] bytes() {
        byte[] all = new byte[bytes.position()];
        bytes.get(0, all);
        return all;
    }
}
