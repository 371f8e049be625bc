package ensemble.skill.voice.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.load.Loader;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the voice says of the catalogue, it says in every language: each key has its words, none is left over or left in English. */
class TranslationsTest {
    /** Words that are the same in two languages: names, units and abbreviations. */
    private static final Set<String> ALLOWED = Set.of();

    private static final Catalogue CATALOGUE = Loader.shipped();

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void everySentenceOfTheCatalogueIsTranslatedAndNothingElse(Language language) {
        assertEquals(english().keySet(), new TreeSet<>(Translations.of(language).keys()));
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noSentenceOfTheCatalogueIsLeftInEnglish(Language language) {
        Set<String> same = new TreeSet<>();
        english().forEach((key, sentence) -> {
            if (Translations.of(language).of(key, sentence).equals(sentence) && !ALLOWED.contains(sentence)) {
                same.add(key + "=" + sentence);
            }
        });
        assertEquals(Set.of(), same);
    }

    /** A step that names a number names it in every language. */
    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void theStepsKeepTheirAbbreviations(Language language) {
        Set<String> lost = new TreeSet<>();
        english().forEach((key, sentence) -> {
            for (String name :
                    List.of("PartyBoost", "Auracast", "SBC", "AirPlay", "Google", "iPhone", "JBL", "Bose", "USB")) {
                boolean kept = Translations.of(language).of(key, sentence).contains(name);
                if (key.startsWith("step.") && sentence.contains(name) && !kept) {
                    lost.add(key + " lacks " + name);
                }
            }
        });
        assertEquals(Set.of(), lost);
    }

    private static SortedMap<String, String> english() {
        SortedMap<String, String> all = new TreeMap<>();
        CATALOGUE.causes().forEach(cause -> {
            all.put("cause." + cause.id() + ".name", cause.name());
            all.put("cause." + cause.id() + ".remedy", cause.remedy());
        });
        CATALOGUE.methods().forEach(method -> all.put("method." + method.id(), method.name()));
        CATALOGUE.procedures().values().forEach(procedure -> procedure.steps().forEach(step -> {
            String key = "step." + procedure.id() + "." + step.id() + ".";
            all.put(key + "say", step.say());
            all.put(key + "expect", step.expect());
            all.put(key + "ifNot", step.ifNot());
        }));
        return all;
    }
}
