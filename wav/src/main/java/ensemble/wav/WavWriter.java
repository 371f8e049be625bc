package ensemble.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Writes 48 kHz 32-bit float samples, as plain float however many channels there are: tools like sox find fault with
 * WAVE_FORMAT_EXTENSIBLE around floats, and the channels here have no speaker positions to tell. Until {@link #finish} the header says that the samples reach to the end of the file. Not thread-safe.
 */
public final class WavWriter implements AutoCloseable {
    /** Frames per second of everything the house writes. */
    public static final int RATE = 48_000;

    private static final long MAX_BYTES = 0xFFFF_FFFFL - 128;
    private static final short FLOAT = 3;

    /** With the length of an extension, 0: required of anything but PCM. */
    private static final int FMT_BYTES = 18;

    private final SeekableByteChannel file;
    private final int channels;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long frames;

    /**
     * Begins a file at the channel's start.
     *
     * @param channels 1 to 64
     * @param expectedFrames what will be written, to refuse at once what a WAV file cannot hold
     * @throws WavException if that is over 4 GB
     * @throws IOException if it cannot be written
     */
    public WavWriter(SeekableByteChannel file, int channels, long expectedFrames) throws IOException {
        if (channels < 1 || channels > 64) {
            throw new IllegalArgumentException("a file has 1 to 64 channels, not " + channels);
        }
        refuseTooLong(channels, expectedFrames);
        this.file = file;
        this.channels = channels;
        writeHeader(0xFFFF_FFFFL);
    }

    private static void refuseTooLong(int channels, long frames) throws WavException {
        if (frames > MAX_BYTES / (4L * channels)) {
            throw new WavException("a WAV file holds less than 4 GB: " + channels + " channels for at most "
                    + MAX_BYTES / (4L * channels) / RATE + " s");
        }
    }

    /** Appends whole frames, interleaved, from the start of the array. */
    public void write(float[] interleaved, int count) throws IOException {
        refuseTooLong(channels, frames + count);
        int samples = count * channels;
        int at = 0;
        while (at < samples) {
            int some = Math.min(samples - at, bytes.capacity() / Float.BYTES);
            bytes.clear();
            bytes.asFloatBuffer().put(interleaved, at, some);
            drain(bytes.limit(some * Float.BYTES));
            at += some;
        }
        frames += count;
    }

    public long frames() {
        return frames;
    }

    /** Writes the true lengths into the header. */
    public void finish() throws IOException {
        long end = file.position();
        file.position(0);
        writeHeader(frames * channels * 4);
        file.position(end);
    }

    private void writeHeader(long dataBytes) throws IOException {
        long riff = 4 + (8 + FMT_BYTES) + (8 + 4) + 8;
        bytes.clear();
        tag("RIFF").putInt((int) Math.min(0xFFFF_FFFFL, riff + dataBytes));
        tag("WAVE");
        tag("fmt ").putInt(FMT_BYTES);
        bytes.putShort(FLOAT).putShort((short) channels);
        bytes.putInt(RATE).putInt(RATE * channels * 4);
        bytes.putShort((short) (channels * 4)).putShort((short) 32);
        bytes.putShort((short) 0);
        tag("fact").putInt(4).putInt((int) (dataBytes == 0xFFFF_FFFFL ? 0 : frames));
        tag("data").putInt((int) dataBytes);
        drain(bytes.flip());
    }

    private ByteBuffer tag(String four) {
        return bytes.put(four.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void drain(ByteBuffer full) throws IOException {
        while (full.hasRemaining()) {
            file.write(full);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
