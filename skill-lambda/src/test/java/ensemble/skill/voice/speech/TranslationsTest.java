package ensemble.skill.voice.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.load.Loader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the voice says of the catalogue is said in every language; the steps of a guide only partly. */
class TranslationsTest {
    /** Those that are no single maker's; the makers' own are spoken in English so far. */
    private static final Set<String> SHARED = Set.of(
            "party-link",
            "bluetooth-pair",
            "link-four-steps",
            "echo-stereo-pair",
            "wifi-stereo-pair",
            "alexa-group",
            "airplay-group",
            "cast-group",
            "dual-audio",
            "transmitter-setup",
            "box-setup",
            "aux-chain",
            "y-splitter",
            "phone-app");

    private static final Catalogue CATALOGUE = Loader.shipped();

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void everyCauseAndMethodIsTranslated(Language language) {
        Set<String> missing = new TreeSet<>();
        CATALOGUE.causes().forEach(cause -> {
            missing.add("cause." + cause.id() + ".name");
            missing.add("cause." + cause.id() + ".remedy");
        });
        CATALOGUE.methods().forEach(method -> missing.add("method." + method.id()));
        missing.removeIf(Translations.of(language)::has);
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "GERMAN")
    void everyStepOfASharedGuideIsTranslated(Language language) {
        Set<String> missing = new TreeSet<>();
        SHARED.forEach(
                id -> java.util.Objects.requireNonNull(CATALOGUE.procedures().get(id))
                        .steps()
                        .forEach(step -> {
                            for (String part : List.of("say", "expect", "ifNot")) {
                                missing.add("step." + id + "." + step.id() + "." + part);
                            }
                        }));
        missing.removeIf(Translations.of(language)::has);
        assertEquals(Set.of(), missing);
    }
}
