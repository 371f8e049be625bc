package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Probe;
import ensemble.sync.simulation.Music;
import ensemble.sync.stereo.StereoSignal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person may hand to {@code sync analyze} and {@code sync validate}, and the exit status and words it gets. */
final class SyncInputTest {
    private static final int RATE = 48_000;
    private static final int LATER = 480;
    private static final double LATER_MICROS = 10_000;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Ensemble.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private JsonNode json() throws Exception {
        return new ObjectMapper().readTree(out.toString());
    }

    private Path wav(int code, int bits, int rate, float[]... channels) throws IOException {
        int frames = channels[0].length;
        int bytes = frames * channels.length * bits / 8;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(16);
        int frame = channels.length * bits / 8;
        file.putShort((short) code).putShort((short) channels.length).putInt(rate);
        file.putInt(rate * frame).putShort((short) frame).putShort((short) bits);
        file.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(bytes);
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                double v = Math.clamp(channel[i], -1f, 1f);
                switch (bits) {
                    case 16 -> file.putShort((short) Math.rint(v * 32_767));
                    case 24 -> {
                        int whole = (int) Math.rint(v * 8_388_607);
                        file.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
                    }
                    default -> file.putFloat((float) v);
                }
            }
        }
        return Files.write(directory.resolve("mic.wav"), file.array());
    }

    /** Two speakers in open air, 16 bits' worth of noise with them. */
    private static float[] heard(double first, double second, int later) {
        Probe probe = Probe.of(2);
        float[] air = new float[probe.frames() + RATE];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < air.length; i++) {
            air[i] = (float) (1e-4 * random.nextGaussian());
        }
        add(air, probe.channel(0), 5000 + Math.max(0, -later), first);
        add(air, probe.channel(1), 5000 + Math.max(0, later), second);
        return air;
    }

    private static void add(float[] air, float[] played, int at, double gain) {
        for (int i = 0; i < played.length; i++) {
            air[at + i] += (float) (gain * played[i]);
        }
    }

    private static float[] at(int rate, float[] samples) {
        return new Resampler(RATE / (double) rate).resample(samples);
    }

    private static float[] louder(float[] samples, double gain) {
        float[] copy = samples.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (float) Math.clamp(gain * copy[i], -1.0, 1.0);
        }
        return copy;
    }

    private static float[] take() {
        return heard(0.5, 0.4, LATER);
    }

    /** Nearly three gigabytes of silence, which a file system keeps as a hole. */
    private Path twoHours() throws IOException {
        Path file = wav(3, 32, RATE, new float[1], new float[1]);
        long bytes = 2 * 3600L * RATE * 8;
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(44 + bytes);
            out.seek(40);
            out.writeInt(Integer.reverseBytes((int) bytes));
        }
        return file;
    }

    private Path raw(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("mic.wav"), bytes);
    }

    /** Writes a file. */
    private interface Maker {
        Path write(SyncInputTest test) throws IOException;
    }

    /** Each kind of file with what is to come of it: an offset, a refusal's reason, or an error's words. */
    enum Kind {
        SIXTEEN_BITS(0, "", t -> t.wav(1, 16, RATE, take())),
        TWENTY_FOUR_BITS_AT_44100(0, "", t -> t.wav(1, 24, 44_100, at(44_100, take()))),
        FLOAT_AT_96000(0, "", t -> t.wav(3, 32, 96_000, at(96_000, take()))),
        STEREO_ONE_SIDE_DEAF(0, "", t -> t.wav(1, 16, RATE, new float[take().length], take())),
        TELEPHONE(3, "rate-too-low", t -> t.wav(1, 16, 16_000, at(16_000, take()))),
        TOO_SHORT(3, "too-short", t -> t.wav(1, 16, RATE, Arrays.copyOf(take(), RATE))),
        CUT_OFF(3, "take-incomplete", t -> t.wav(1, 16, RATE, Arrays.copyOf(take(), take().length - 2 * RATE))),
        TOO_QUIET(3, "too-quiet", t -> t.wav(3, 32, RATE, louder(take(), 1e-5))),
        CLIPPED(3, "clipped", t -> t.wav(1, 16, RATE, louder(take(), 12))),
        MUSIC(3, "probe-not-found", t -> t.wav(1, 16, RATE, Music.POP.make(new SplittableRandom(5), 12 * RATE))),
        ONE_MISSING(3, "speaker-silent", t -> t.wav(1, 16, RATE, heard(0.5, 0, LATER))),
        TWO_HOURS(3, "too-long", SyncInputTest::twoHours),
        TRUNCATED(2, "truncated", t -> t.raw(Arrays.copyOf(Files.readAllBytes(t.wav(1, 16, RATE, take())), 400_000))),
        NO_RECORDING(2, "not a WAV file", t -> t.raw("a letter, not a recording".getBytes(StandardCharsets.UTF_8))),
        EMPTY(2, "mic.wav is empty", t -> t.raw(new byte[0]));

        private final int status;
        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // a function without state
        private final Maker maker;

        Kind(int status, String words, Maker maker) {
            this.status = status;
            this.words = words;
            this.maker = maker;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFileGetsAClearAnswer(Kind kind) throws Exception {
        String mic = kind.maker.write(this).toString();
        assertEquals(kind.status, run("sync", "analyze", "--speakers", "2", mic, "--json"), err::toString);
        switch (kind.status) {
            case 0 ->
                assertEquals(LATER_MICROS, json().at("/speakers/1/offsetUs").asDouble(), 2);
            case 3 -> assertEquals(kind.words, json().path("reason").asText());
            default -> assertTrue(err.toString().contains(kind.words), err::toString);
        }
        assertEquals(kind.status == 2, out.toString().isEmpty());
    }

    @Test
    void swappedSpeakersOnlyTurnTheSign() throws Exception {
        Path file = wav(1, 16, RATE, heard(0.5, 0.4, -LATER));
        assertEquals(0, run("sync", "analyze", "--speakers", "2", file.toString(), "--json"));
        assertEquals(-LATER_MICROS, json().at("/speakers/1/offsetUs").asDouble(), 2);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,  0.5,    0, 0, neither, inaudible, studio-grade, matched, neither, ''",
        "0.5,  0.45,  48, 0, right,   studio,    studio-grade, close,   left,    comb-null",
        "0.3,  0.5,  -70, 0, left,    tight,     usable,       redo,    right,   comb-null",
        "0.5,  0.5,   96, 0, right,   tight,     redo,         matched, neither, comb-null",
        "0.5,  0.5,  960, 0, right,   none,      audible echo, matched, neither, comb-null",
        "0.5, -0.5,    0, 0, neither, inaudible, studio-grade, matched, neither, polarity",
        "0.5,  0,      0, 3, null,    null,      null,         null,    null,    silent-right",
        "0,    0.5,    0, 3, null,    null,      null,         null,    null,    silent-left",
    })
    void theTestFileTellsAllThatCanBeWrongWithTwoSpeakers(
            double left,
            double right,
            int later,
            int status,
            String late,
            String tier,
            String advice,
            String levels,
            String turnDown,
            String finding)
            throws Exception {
        assertEquals(Probe.of(2), StereoSignal.probe());
        Path file = wav(1, 16, RATE, heard(left, right, later));
        assertEquals(status, run("sync", "validate", file.toString(), "--json"), err::toString);
        assertEquals(late, json().path("late").asText());
        assertEquals(tier, json().path("tier").asText());
        assertEquals(advice, json().path("advice").asText());
        assertEquals(levels, json().path("levelTier").asText());
        assertEquals(turnDown, json().path("turnDown").asText());
        assertEquals(finding, json().path("findings").path(0).asText());
    }

    @Test
    void inWordsTheFirstNullHasItsFrequencyAndTheLevelItsTier() throws Exception {
        Path file = wav(1, 16, RATE, heard(0.5, 0.45, 48));
        assertEquals(0, run("sync", "validate", file.toString()));
        assertTrue(out.toString().contains("close, turn the left one down"), out::toString);
        assertTrue(out.toString().contains("Here 500 Hz."), out::toString);
    }
}
