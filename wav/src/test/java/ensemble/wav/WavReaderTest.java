package ensemble.wav;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class WavReaderTest {
    private static final byte[] HALF_16 = {0, 0x40, 0, (byte) 0xC0};

    private Path file = Path.of("");

    @org.junit.jupiter.api.BeforeEach
    void name(@TempDir Path directory) {
        file = directory.resolve("x.wav");
    }

    private WavAudio read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return WavAudio.read(file);
    }

    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(1, 8, new byte[] {(byte) 192, 64}),
                Arguments.of(1, 16, HALF_16),
                Arguments.of(1, 24, new byte[] {0, 0, 0x40, 0, 0, (byte) 0xC0}),
                Arguments.of(1, 32, new byte[] {0, 0, 0, 0x40, 0, 0, 0, (byte) 0xC0}),
                Arguments.of(3, 32, floats(0.5f, -0.5f)),
                Arguments.of(3, 64, doubles(0.5, -0.5)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void everyEncodingIsReadPlainAndExtended(int code, int bits, byte[] samples) throws IOException {
        for (int channels = 1; channels <= 2; channels++) {
            byte[] plain = WavBytes.riff()
                    .fmt(code, channels, 44_100, bits)
                    .data(samples.length, samples)
                    .bytes();
            byte[] extended = WavBytes.riff()
                    .extensible(code, channels, 44_100, bits)
                    .data(samples.length, samples)
                    .bytes();
            for (byte[] kind : new byte[][] {plain, extended}) {
                WavAudio audio = read(kind);
                assertEquals(44_100, audio.rate());
                assertEquals(channels, audio.channels().length);
                assertEquals(0.5f, audio.channels()[0][0]);
                assertEquals(-0.5f, channels == 1 ? audio.channels()[0][1] : audio.channels()[1][0]);
            }
        }
    }

    @Test
    void strangeChunksAndWhatFollowsTheSamplesArePassedOver() throws IOException {
        byte[] bytes = WavBytes.riff()
                .chunk("LIST", 7)
                .fmt(1, 1, 48_000, 16)
                .chunk("junk", 30)
                .data(4, HALF_16)
                .chunk("id3 ", 5)
                .bytes();

        assertArrayEquals(new float[] {0.5f, -0.5f}, read(bytes).channels()[0]);
    }

    @Test
    void anUnfinishedHeaderMeansUpToTheEnd() throws IOException {
        for (int claimed : new int[] {0, -1}) {
            byte[] bytes =
                    WavBytes.riff().fmt(1, 1, 48_000, 16).data(claimed, HALF_16).bytes();
            assertEquals(2, read(bytes).frames());
        }
    }

    @Test
    void whatIsNoNumberBecomesSilence() throws IOException {
        byte[] samples = floats(Float.NaN, Float.POSITIVE_INFINITY, 0.25f);
        byte[] bytes = WavBytes.riff().fmt(3, 1, 48_000, 32).data(12, samples).bytes();

        assertArrayEquals(new float[] {0, 0, 0.25f}, read(bytes).channels()[0]);
    }

    static Stream<Arguments> wrong() {
        byte[] good = WavBytes.riff().fmt(1, 1, 48_000, 16).data(4, HALF_16).bytes();
        return Stream.of(
                Arguments.of(new byte[0], "x.wav is empty"),
                Arguments.of(new byte[] {1, 2, 3}, "x.wav is truncated: it ends inside its header"),
                Arguments.of(
                        "Hello, I am no music at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "x.wav is not a WAV file (it does not begin with RIFF)"),
                Arguments.of(
                        new WavBytes().tag("RIFF").int32(4).tag("AVI ").bytes(),
                        "x.wav is not a WAV file (a RIFF file, but not WAVE)"),
                Arguments.of(Arrays.copyOf(good, 30), "x.wav is truncated: it ends inside its header"),
                Arguments.of(Arrays.copyOf(good, 36), "x.wav is truncated: it ends before its samples begin"),
                Arguments.of(
                        Arrays.copyOf(good, good.length - 2),
                        "x.wav is truncated: it says 4 bytes of samples and holds 2"),
                Arguments.of(
                        WavBytes.riff().data(4, HALF_16).bytes(), "x.wav has samples but says nothing of their format"),
                Arguments.of(WavBytes.riff().fmt(1, 1, 48_000, 16).data(0).bytes(), "x.wav holds no samples"),
                Arguments.of(
                        WavBytes.riff().fmt(2, 1, 48_000, 4).data(4, HALF_16).bytes(),
                        "x.wav uses a format that cannot be read (code 2, 4 bits);"
                                + " 8, 16, 24 or 32 bit PCM and 32 or 64 bit float can"),
                Arguments.of(
                        WavBytes.riff().fmt(1, 0, 48_000, 16).data(4, HALF_16).bytes(),
                        "x.wav says it has 0 channels; 1 to 64 can be read"),
                Arguments.of(
                        WavBytes.riff().fmt(1, 1, 400, 16).data(4, HALF_16).bytes(),
                        "x.wav says 400 samples a second; 8000 to 384000 can be read"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFileIsToldInOneSentence(byte[] bytes, String sentence) {
        assertEquals(
                sentence, assertThrows(WavException.class, () -> read(bytes)).getMessage());
    }

    @Test
    void aMissingFileAndADirectoryAreTold() {
        Path directory = java.util.Objects.requireNonNull(file.getParent());
        assertEquals(
                "there is no file " + file,
                assertThrows(WavException.class, () -> WavReader.open(file)).getMessage());
        assertEquals(
                directory + " is a directory, not a WAV file",
                assertThrows(WavException.class, () -> WavReader.open(directory))
                        .getMessage());
    }

    @Test
    void noSpoiledFileDoesMoreThanFailWithASentence() throws IOException {
        long seed = new SplittableRandom().nextLong();
        System.out.println("spoiled WAV files with seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = WavBytes.riff()
                .chunk("LIST", 9)
                .extensible(1, 2, 48_000, 16)
                .data(8, new byte[] {0, 0x40, 0, 0, 1, 2, 3, 4})
                .bytes();
        int readable = 0;
        for (int i = 0; i < 4_000; i++) {
            byte[] spoiled = Arrays.copyOf(good, random.nextInt(good.length + 8));
            for (int flips = random.nextInt(5); flips > 0 && spoiled.length > 0; flips--) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
            }
            try {
                read(spoiled);
                readable++;
            } catch (WavException told) {
                assertEquals(false, String.valueOf(told.getMessage()).isBlank());
            }
        }
        System.out.println(readable + " of 4000 could be read all the same");
    }
}
