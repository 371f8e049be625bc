package ensemble.skill.voice.speech;

import java.util.Locale;
import java.util.Optional;

/** The languages we speak. A locale whose language we do not speak is answered in English. */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    FRENCH("fr"),
    SPANISH("es"),
    ITALIAN("it");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Two letters, as locales spell it. */
    public String code() {
        return code;
    }

    /** @param locale such as {@code de-DE} */
    public static Language of(Optional<String> locale) {
        String wanted =
                locale.map(tag -> Locale.forLanguageTag(tag).getLanguage()).orElse("en");
        for (Language language : values()) {
            if (language.code.equals(wanted)) {
                return language;
            }
        }
        return ENGLISH;
    }
}
