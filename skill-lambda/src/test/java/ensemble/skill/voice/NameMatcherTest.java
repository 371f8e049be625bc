package ensemble.skill.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.Member;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.fake.Houses;
import ensemble.skill.voice.speech.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {
    private static final List<GroupConfig> GROUPS = new ArrayList<>(Houses.CONFIG.groups());

    static {
        GROUPS.add(group("cafe", "Café"));
        GROUPS.add(group("kids", "Kid's room"));
        GROUPS.add(group("up", "Upstairs bath"));
        GROUPS.add(group("down", "Downstairs bath"));
        GROUPS.add(group("kitchen-de", "Küche"));
        GROUPS.add(group("kids-de", "Kinderzimmer"));
        GROUPS.add(group("two", "Lautsprecher 2"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "kitchen, kitchen",
                "KITCHEN, kitchen",
                "the kitchen, kitchen",
                "my kitchen speakers, kitchen",
                "kitchens, kitchen",
                "backyard, backyard",
                "back yard, backyard",
                "backyard speakers, backyard",
                "the backyard speaker, backyard",
                "patio group, patio",
                "cafe, cafe",
                "café, cafe",
                "kids room, kids",
                "kid's room, kids",
                "upstairs, up",
                "bath, several: up down",
                "all speakers, all",
                "all, all",
                "everywhere, everywhere",
                "the whole house, everywhere",
                "attic, none",
                "speakers, several: backyard all",
                "&<>, none",
                "the, none"
            })
    void findsWhatWasMeantAndNeverGuesses(String spoken, String meant) {
        assertEquals(meant, spelt(match("en-US", spoken)));
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, die Küche, kitchen-de",
        "de-DE, Küchenlautsprecher, kitchen-de",
        "de-DE, in der küche bitte, kitchen-de",
        "de-DE, überall, everywhere",
        "de-DE, im ganzen Haus, everywhere",
        "de-DE, Lautsprecher Nummer zwei, two",
        "en-GB, speaker number two, two",
        "en-GB, number two, two",
        "de-DE, backyard, backyard",
        "de-DE, den Kinderzimmern, kids-de"
    })
    void speaksTheLanguageOfTheHouse(String locale, String spoken, String meant) {
        assertEquals(meant, spelt(match(locale, spoken)));
    }

    @Test
    void whatAlexaTookItForCountsAfterTheWordsThemselves() {
        NameMatcher matcher =
                new NameMatcher(Phrases.of(Optional.of("de-DE"), "r").words());
        assertEquals("backyard", spelt(matcher.match(List.of("Hof", "Garten", "backyard"), GROUPS, GroupConfig::name)));
        assertEquals("up", spelt(matcher.match(List.of("upstairs", "kitchen"), GROUPS, GroupConfig::name)));
    }

    private static Match<GroupConfig> match(String locale, String spoken) {
        NameMatcher matcher =
                new NameMatcher(Phrases.of(Optional.of(locale), "r").words());
        return matcher.match(List.of(spoken), GROUPS, GroupConfig::name);
    }

    private static String spelt(Match<GroupConfig> match) {
        return switch (match) {
            case Match.One<GroupConfig> one -> one.thing().id().value();
            case Match.Everything<GroupConfig> all -> "everywhere";
            case Match.Several<GroupConfig> several ->
                several.things().stream()
                        .map(group -> group.id().value())
                        .collect(Collectors.joining(" ", "several: ", ""));
            case Match.None<GroupConfig> none -> "none";
        };
    }

    private static GroupConfig group(String id, String name) {
        TreeMap<ensemble.contract.id.SpeakerId, Member> members = new TreeMap<>();
        members.put(Houses.DECK, Member.plain(Role.STEREO));
        return new GroupConfig(new GroupId(id), new Name(name), members, SyncTier.TIGHT);
    }
}
