package ensemble.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A WAV file read block by block: 8, 16, 24, 32 bit PCM, 32 and 64 bit float, plain or WAVE_FORMAT_EXTENSIBLE, with
 * any chunks between. Full scale is 1. Not thread-safe.
 */
public final class WavReader implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 16;

    private final FileChannel file;
    private final String name;
    private final WavHeader header;
    private final ByteBuffer bytes;
    private long position;

    private WavReader(FileChannel file, String name, WavHeader header) {
        this.file = file;
        this.name = name;
        this.header = header;
        this.bytes = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws WavException if it is not there, empty, truncated, not a WAV file, or of a kind that is not supported
     */
    public static WavReader open(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            throw new WavException(path + " is a directory, not a WAV file");
        }
        FileChannel file;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new WavException("there is no file " + path);
        }
        try {
            return new WavReader(file, name, WavHeader.parse(file, name)).rewind();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    public WavFormat format() {
        return header.format();
    }

    /** Whole frames in the file, at least 1. */
    public long frames() {
        return header.frames();
    }

    /** Goes back to the first frame. */
    public WavReader rewind() throws IOException {
        file.position(header.dataStart());
        position = 0;
        return this;
    }

    /**
     * Reads on.
     *
     * @param interleaved room for {@code frames * channels} samples
     * @return frames read, 0 at the end
     * @throws WavException if the file became shorter meanwhile
     */
    public int read(float[] interleaved, int frames) throws IOException {
        WavFormat format = header.format();
        int wanted = (int) Math.min(frames, header.frames() - position);
        wanted = Math.min(wanted, BLOCK_BYTES / format.frameBytes());
        if (wanted <= 0) {
            return 0;
        }
        bytes.clear().limit(wanted * format.frameBytes());
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new WavException(name + " became shorter while it was read");
            }
        }
        SampleDecoder.decode(bytes.flip(), format.sample(), interleaved, wanted * format.channels());
        position += wanted;
        return wanted;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
