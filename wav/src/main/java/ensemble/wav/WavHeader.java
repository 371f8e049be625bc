package ensemble.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the samples of an opened WAV file lie.
 *
 * @param format what they are
 * @param dataStart byte position of the first sample
 * @param frames whole frames that are there
 */
record WavHeader(WavFormat format, long dataStart, long frames) {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNTIL_END = 0xFFFF_FFFFL;

    /** Walks the chunks up to the samples; chunks it does not know are passed over. */
    static WavHeader parse(SeekableByteChannel file, String name) throws IOException {
        long size = file.size();
        if (size == 0) {
            throw new WavException(name + " is empty");
        }
        ByteBuffer riff = read(file, 12, name);
        if (!tag(riff).equals("RIFF")) {
            throw new WavException(name + " is not a WAV file (it does not begin with RIFF)");
        }
        riff.getInt();
        if (!tag(riff).equals("WAVE")) {
            throw new WavException(name + " is not a WAV file (a RIFF file, but not WAVE)");
        }
        WavFormat format = null;
        while (file.position() < size) {
            ByteBuffer head = read(file, 8, name);
            String tag = tag(head);
            long length = head.getInt() & 0xFFFF_FFFFL;
            if (tag.equals("data")) {
                return data(file, name, format, length);
            }
            long next = file.position() + length + (length & 1);
            if (tag.equals("fmt ")) {
                format = format(file, name, length);
            }
            file.position(next);
        }
        throw new WavException(name + " is truncated: it ends before its samples begin");
    }

    private static WavHeader data(SeekableByteChannel file, String name, @Nullable WavFormat format, long length)
            throws IOException {
        if (format == null) {
            throw new WavException(name + " has samples but says nothing of their format");
        }
        long start = file.position();
        long there = file.size() - start;
        // A writer that could not seek back leaves 0 or all ones: then the samples reach to the end of the file.
        boolean open = length == UNTIL_END || (length == 0 && there > 0);
        if (!open && length > there) {
            throw new WavException(name + " is truncated: it says " + length + " bytes of samples and holds " + there);
        }
        long frames = (open ? there : length) / format.frameBytes();
        if (frames == 0) {
            throw new WavException(name + " holds no samples");
        }
        return new WavHeader(format, start, frames);
    }

    private static WavFormat format(SeekableByteChannel file, String name, long length) throws IOException {
        if (length < 16) {
            throw new WavException(name + " is damaged: its format chunk has " + length + " bytes, 16 are needed");
        }
        ByteBuffer fmt = read(file, (int) Math.min(length, 40), name);
        int code = fmt.getShort() & 0xffff;
        int channels = fmt.getShort() & 0xffff;
        int rate = fmt.getInt();
        fmt.position(14);
        int bits = fmt.getShort() & 0xffff;
        if (code == EXTENSIBLE) {
            if (fmt.limit() < 26) {
                throw new WavException(name + " is damaged: its extended format chunk is cut short");
            }
            code = fmt.getShort(24) & 0xffff;
        }
        if (channels < 1 || channels > 64) {
            throw new WavException(name + " says it has " + channels + " channels; 1 to 64 can be read");
        }
        if (rate < 8_000 || rate > 384_000) {
            throw new WavException(
                    name + " says " + Integer.toUnsignedString(rate) + " samples a second; 8000 to 384000 can be read");
        }
        return new WavFormat(rate, channels, sample(code, bits, name));
    }

    private static WavFormat.Sample sample(int code, int bits, String name) throws WavException {
        return switch (code * 100 + bits) {
            case PCM * 100 + 8 -> WavFormat.Sample.UNSIGNED_8;
            case PCM * 100 + 16 -> WavFormat.Sample.SIGNED_16;
            case PCM * 100 + 24 -> WavFormat.Sample.SIGNED_24;
            case PCM * 100 + 32 -> WavFormat.Sample.SIGNED_32;
            case FLOAT * 100 + 32 -> WavFormat.Sample.FLOAT_32;
            case FLOAT * 100 + 64 -> WavFormat.Sample.FLOAT_64;
            default ->
                throw new WavException(name + " uses a format that cannot be read (code " + code + ", " + bits
                        + " bits); 8, 16, 24 or 32 bit PCM and 32 or 64 bit float can");
        };
    }

    private static ByteBuffer read(SeekableByteChannel file, int bytes, String name) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new WavException(name + " is truncated: it ends inside its header");
            }
        }
        return buffer.flip();
    }

    private static String tag(ByteBuffer buffer) {
        byte[] four = new byte[4];
        buffer.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }
}
