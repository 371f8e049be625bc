package ensemble.house.alexa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpokenNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "en, forty, 40",
        "en, forty two, 42",
        "en, forty-two, 42",
        "en, a hundred, 100",
        "en, seventeen, 17",
        "en, zero, 0",
        "en, four eight two one, 4821",
        "en, 65, 65",
        "de, vierzig, 40",
        "de, einundzwanzig, 21",
        "de, fünfunddreißig, 35",
        "de, hundert, 100",
        "de, eins, 1",
        "fr, soixante-quinze, 75",
        "fr, soixante et onze, 71",
        "fr, quatre-vingts, 80",
        "fr, quatre-vingt-dix-neuf, 99",
        "fr, vingt et un, 21",
        "fr, quarante, 40",
        "es, treinta y cinco, 35",
        "es, veintiuno, 21",
        "es, veintidós, 22",
        "es, cien, 100",
        "it, trentacinque, 35",
        "it, ventuno, 21",
        "it, trentotto, 38",
        "it, cento, 100",
    })
    void aNumberIsReadAsItsLanguageSpeaksIt(String language, String spoken, int value) {
        assertEquals(Optional.of(value), SpokenNumbers.of(language).read(spoken));
    }

    @ParameterizedTest
    @CsvSource({"en, loud", "en, forty fifty", "de, forty", "fr, vierzig", "en, -5", "en, 12345678901"})
    void whatIsNoNumberOfTheLanguageIsNone(String language, String spoken) {
        assertEquals(Optional.empty(), SpokenNumbers.of(language).read(spoken));
    }
}
