package ensemble.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.wav.WavException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class PhoneTakeTest {
    @Test
    void samplesAreReadAsTheyAre() throws Exception {
        float[] samples = PhoneTake.samples(Wav.of(48_000, 100));

        assertEquals(100, samples.length);
        assertEquals(-50 / 32_768f, samples[0]);
        assertEquals(49 / 32_768f, samples[99]);
    }

    @ParameterizedTest
    @CsvSource({"44100, 44100", "96000, 96000", "32000, 32000"})
    void aSecondOfAnyRateIsASecond(int rate, int frames) throws Exception {
        assertEquals(48_000, PhoneTake.samples(Wav.of(rate, frames)).length, 64);
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("empty", new byte[0], "no WAV"),
                Arguments.of("a header alone", Arrays.copyOf(Wav.of(48_000, 1), 44), "no WAV"),
                Arguments.of("something else", Wav.with(0, 'X'), "no WAV"),
                Arguments.of("two channels", Wav.with(22, 2), "one channel"),
                Arguments.of("24 bits", Wav.with(34, 24), "16 bits"),
                Arguments.of("float", Wav.with(20, 3), "16 bits"),
                Arguments.of("16 kHz", Wav.of(16_000, 100), "32,000"),
                Arguments.of("a negative rate", Wav.with(27, 0xff), "32,000"),
                Arguments.of("no samples", Wav.with(40, 0), "cut off"),
                Arguments.of("cut off", Arrays.copyOf(Wav.of(48_000, 100), 200), "cut off"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unfit(String what, byte[] wav, String says) {
        WavException told = assertThrows(WavException.class, () -> PhoneTake.samples(wav), what);
        assertTrue(String.valueOf(told.getMessage()).contains(says), told.getMessage());
    }
}
