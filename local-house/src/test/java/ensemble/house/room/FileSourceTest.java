package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.wav.WavException;
import ensemble.wav.WavWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
final class FileSourceTest {
    /** A second of a sine at half scale, written at a rate. */
    private static Path sine(Path directory, int rate, int channels, double hertz) throws IOException {
        float[] samples = new float[rate * channels];
        for (int i = 0; i < samples.length; i++) {
            int frame = i / channels;
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * frame / rate));
        }
        Path file = directory.resolve(rate + ".wav");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                WavWriter writer = new WavWriter(channel, channels, rate)) {
            writer.write(samples, rate);
            writer.finish();
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(24, rate);
        return Files.write(file, bytes);
    }

    /** Takes so many frames, or all until the end. */
    private static float[] taken(EchoSource source, int frames) {
        float[] all = new float[2 * frames];
        float[] block = new float[2 * 480];
        int done = 0;
        while (done < frames && !source.ended()) {
            int n = source.fill(block, Math.min(480, frames - done));
            System.arraycopy(block, 0, all, 2 * done, 2 * n);
            done += n;
            if (n == 0) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        return Arrays.copyOf(all, 2 * done);
    }

    @ParameterizedTest
    @CsvSource({"48000, 1", "48000, 2", "44100, 1", "44100, 2", "96000, 2", "8000, 1", "192000, 2"})
    void everyRateSoundsAtItsPitchAndLengthFromTheFirstSample(int rate, int channels, @TempDir Path directory)
            throws IOException {
        FileSource source = FileSource.open(sine(directory, rate, channels, 997), false);
        float[] heard = taken(source, 60_000);
        source.close();

        assertEquals(48_000, heard.length / 2.0, 1);
        for (int k = 200; k < 47_800; k++) {
            double expected = 0.5 * Math.sin(2 * Math.PI * 997 * k / 48_000);
            assertEquals(expected, heard[2 * k], 0.001, "left, frame " + k);
            assertEquals(expected, heard[2 * k + 1], 0.001, "right, frame " + k);
        }
    }

    @Test
    void aLoopGoesOnWithoutAGap(@TempDir Path directory) throws IOException {
        FileSource source = FileSource.open(sine(directory, 44_100, 1, 1_000), true);
        float[] heard = taken(source, 150_000);
        source.close();

        assertEquals(300_000, heard.length);
        for (int k = 200; k < 150_000; k++) {
            assertEquals(0.5 * Math.sin(2 * Math.PI * 1_000 * k / 48_000), heard[2 * k], 0.001, "frame " + k);
        }
    }

    @Test
    void moreThanTwoChannelsCannotBePlayed(@TempDir Path directory) throws IOException {
        Path file = sine(directory, 48_000, 4, 100);
        String told = assertThrows(WavException.class, () -> FileSource.open(file, false))
                .getMessage();

        assertEquals("48000.wav has 4 channels; the Echo plays 1 or 2", told);
    }

    @Test
    void theEchoGoesOnWithWhatItPlayedWhenAFileIsUnreadable(@TempDir Path directory) {
        VirtualEcho echo = new VirtualEcho();
        echo.playTune();
        assertThrows(WavException.class, () -> echo.playFile(directory.resolve("no.wav"), false));

        assertEquals("the tune", echo.playing());
        float[] block = new float[960];
        echo.fill(block, 480);
        assertTrue(block[100] != 0);
        echo.stop();
        echo.fill(block, 480);
        assertEquals(0f, block[100]);
    }
}
