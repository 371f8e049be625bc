package ensemble.sync.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ensemble.sync.probe.Probe;
import ensemble.sync.probe.ProbeFile;
import ensemble.wav.WavException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TakeFileTest {
    @TempDir
    private Path directory;

    private static byte[] header(int rate, long dataBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt((int) (36 + dataBytes));
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt((int) dataBytes);
        return bytes.array();
    }

    private Path silence(int rate, long seconds) throws IOException {
        Path file = directory.resolve(rate + "-" + seconds + ".wav");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header(rate, 2L * rate * seconds));
            out.setLength(44 + 2L * rate * seconds);
        }
        return file;
    }

    @Test
    void theLouderChannelIsMeasured() throws IOException {
        Probe probe = Probe.of(2);
        float[] near = new Air(probe.seconds() + 1)
                .with(probe.channel(0), 999, 0.5)
                .with(probe.channel(1), 1047, 0.5)
                .samples();
        float[] far = new Air(probe.seconds() + 1).samples();
        Path file = directory.resolve("stereo.wav");
        ProbeFile.write(new float[][] {far, near}, file);
        Verdict verdict = TakeFile.measure(file, probe);
        var measured = assertInstanceOf(Verdict.Measured.class, verdict, verdict::toString);
        assertEquals(1000, measured.speakers().get(1).offsetMicros(), 1);
    }

    @Test
    void aTelephonesRateIsRefused() throws IOException {
        assertEquals(Verdict.Refused.of(Reason.RATE_TOO_LOW), TakeFile.measure(silence(16_000, 10), Probe.of(2)));
    }

    @Test
    void twoHoursAreRefusedUnread() throws IOException {
        assertEquals(Verdict.Refused.of(Reason.TOO_LONG), TakeFile.measure(silence(48_000, 7200), Probe.of(2)));
    }

    @Test
    void whatIsNoWavFileIsAnErrorInASentence() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.wav"));
        var failure = assertThrows(WavException.class, () -> TakeFile.measure(empty, Probe.of(2)));
        assertEquals("empty.wav is empty", failure.getMessage());
    }
}
