package ensemble.wav;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WavWriterTest {
    private static FileChannel fresh(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 16})
    void whatIsWrittenIsReadBackBitByBit(int channels, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("out.wav");
        SplittableRandom random = new SplittableRandom(channels);
        float[][] truth = new float[channels][30_000];
        try (WavWriter writer = new WavWriter(fresh(file), channels, 30_000)) {
            for (int at = 0; at < 30_000; ) {
                int n = Math.min(random.nextInt(1, 5_000), 30_000 - at);
                float[] block = new float[n * channels];
                for (int i = 0; i < block.length; i++) {
                    block[i] = (float) random.nextDouble(-1, 1);
                    truth[i % channels][at + i / channels] = block[i];
                }
                writer.write(block, n);
                at += n;
            }
            writer.finish();
        }

        WavAudio audio = WavAudio.read(file);
        assertEquals(48_000, audio.rate());
        assertEquals(channels, audio.channels().length);
        for (int c = 0; c < channels; c++) {
            assertArrayEquals(truth[c], audio.channels()[c]);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(bytes.capacity() - 8, bytes.getInt(4));
    }

    /** The extensible format around floats made sox warn of every file with more than two channels. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64})
    void theHeaderIsPlainFloatWithAnEmptyExtensionAndAFact(int channels, @TempDir Path directory) throws IOException {
        Path file = directory.resolve("out.wav");
        try (WavWriter writer = new WavWriter(fresh(file), channels, 5)) {
            writer.write(new float[5 * channels], 5);
            writer.finish();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(18, bytes.getInt(16));
        assertEquals(3, bytes.getShort(20));
        assertEquals(channels, bytes.getShort(22));
        assertEquals(32, bytes.getShort(34));
        assertEquals(0, bytes.getShort(36));
        assertEquals("fact", new String(bytes.array(), 38, 4, StandardCharsets.ISO_8859_1));
        assertEquals(5, bytes.getInt(46));
        assertEquals("data", new String(bytes.array(), 50, 4, StandardCharsets.ISO_8859_1));
        assertEquals(5 * channels * 4, bytes.getInt(54));
    }

    @Test
    void aFileThatWasNotFinishedCanBeReadAsFarAsItGoes(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("cut.wav");
        try (WavWriter writer = new WavWriter(fresh(file), 2, 1_000)) {
            writer.write(new float[200], 100);
        }
        assertEquals(100, WavAudio.read(file).frames());
    }

    @Test
    void moreThanFourGigabytesAreRefusedAtOnce(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("big.wav");
        try (FileChannel channel = fresh(file)) {
            long frames = 48_000L * 3600 * 2;
            WavException refused = assertThrows(WavException.class, () -> new WavWriter(channel, 16, frames));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("a WAV file holds less than 4 GB: 16 channels"));
            assertEquals(0, channel.size());
        }
    }
}
