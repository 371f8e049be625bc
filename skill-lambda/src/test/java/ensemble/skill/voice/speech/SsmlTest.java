package ensemble.skill.voice.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SsmlTest {
    @ParameterizedTest
    @CsvSource({
        "R&B, R&amp;B",
        "<audio src='x'/>, &lt;audio src='x'/&gt;",
        "a\u0000b\u0007c, abc",
        "caf\u00e9 \ud83c\udfb5, caf\u00e9 \ud83c\udfb5",
        "lone\ud800, lone"
    })
    void isSafeWhateverTheName(String text, String safe) {
        assertEquals(safe, Ssml.of(text));
    }

    @Test
    void isShortEnoughForAlexa() {
        assertTrue(Ssml.of("&".repeat(20_000)).length() < 8_000);
    }
}
