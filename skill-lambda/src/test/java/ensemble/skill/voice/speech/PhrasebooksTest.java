package ensemble.skill.voice.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.value.Name;
import ensemble.skill.certify.Certifies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares every language with every line, in both directions. */
class PhrasebooksTest {
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

    /** Nothing but a value, or a word that both languages spell alike. */
    private static final Set<String> MAY_BE_ALIKE = Set.of();

    @ParameterizedTest
    @EnumSource(Language.class)
    @Certifies("C16")
    void everyLineIsThereAndNothingElse(Language language) {
        Set<String> lines = new TreeSet<>();
        Arrays.stream(Line.values()).forEach(line -> lines.add(line.name()));
        Set<String> found = new TreeSet<>();
        Set<String> parts = new TreeSet<>();
        for (String key : Phrasebook.of(language).keys()) {
            (key.equals(key.toUpperCase(Locale.ROOT)) ? found : parts).add(key);
        }
        assertEquals(lines, found);
        Set<String> english = new TreeSet<>(Phrasebook.of(Language.ENGLISH).keys());
        english.removeAll(lines);
        assertEquals(english, parts);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyVariantTakesExactlyItsValues(Language language) {
        for (Line line : Line.values()) {
            for (String variant : Phrasebook.of(language).variants(line.name())) {
                Set<String> used = new TreeSet<>();
                Matcher matcher = VALUE.matcher(variant);
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
                assertEquals(new TreeSet<>(line.takes()), used, () -> language + " " + line + ": " + variant);
                assertFalse(variant.isBlank());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    @Certifies("C6")
    void aLineAsksInEveryLanguageOrInNone(Language language) {
        for (Line line : Line.values()) {
            boolean asks = Phrasebook.of(Language.ENGLISH)
                    .variants(line.name())
                    .getFirst()
                    .endsWith("?");
            for (String variant : Phrasebook.of(language).variants(line.name())) {
                assertEquals(asks, variant.endsWith("?"), () -> language + " " + line + ": " + variant);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    @Certifies("C16")
    void noLineIsLeftInEnglish(Language language) {
        List<String> alike = new ArrayList<>();
        for (Line line : Line.values()) {
            Set<String> english = Set.copyOf(Phrasebook.of(Language.ENGLISH).variants(line.name()));
            Phrasebook.of(language).variants(line.name()).stream()
                    .filter(english::contains)
                    .filter(variant -> !MAY_BE_ALIKE.contains(language.code() + " " + line))
                    .forEach(variant -> alike.add(line + ": " + variant));
        }
        assertEquals(List.of(), alike);
    }

    @Test
    void theSameRequestIsAnsweredAlikeAndOthersVary() {
        Set<String> said = new TreeSet<>();
        for (int request = 0; request < 50; request++) {
            String id = "r-" + request;
            String once = Phrases.of(Optional.of("en-US"), id).say(Line.PLAYING_ON, "Deck");
            assertEquals(once, Phrases.of(Optional.of("en-US"), id).say(Line.PLAYING_ON, "Deck"));
            said.add(once);
        }
        assertTrue(said.size() > 1, said.toString());
    }

    @Test
    void aNameMayLookLikeATemplate() {
        Phrases phrases = Phrases.of(Optional.of("en-US"), "r");
        assertEquals(
                "Deck {group} $1 belongs to {speaker} now.",
                phrases.say(Line.SPEAKER_ADDED, "Deck {group} $1", "{speaker}"));
        assertEquals("{last} and {start}", phrases.words().all(List.of(new Name("{last}"), new Name("{start}"))));
    }

    @Test
    void numbersAreSpokenAsPeopleDo() {
        Words english = Phrases.of(Optional.empty(), "r").words();
        assertEquals("0.4 milliseconds", english.millis(400));
        assertEquals("1 millisecond", english.millis(1_000));
        assertEquals("a hundredth of a millisecond", english.millis(4));
        assertEquals("12 milliseconds", english.millis(12_300));
        assertEquals("just now", english.age(Duration.ofSeconds(59)));
        assertEquals("1 minute ago", english.age(Duration.ofSeconds(60)));
        assertEquals("2 hours ago", english.age(Duration.ofMinutes(110)));
        assertEquals("3 days", english.length(Duration.ofHours(80)));
        assertEquals(List.of("deck", "patio left"), english.apart("deck and patio left"));
        assertEquals(
                "0,4 Millisekunden",
                Phrases.of(Optional.of("de-DE"), "r").words().millis(400));
    }
}
