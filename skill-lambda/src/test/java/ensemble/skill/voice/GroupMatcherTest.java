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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupMatcherTest {
    private static final List<GroupConfig> GROUPS = new ArrayList<>(Houses.CONFIG.groups());

    static {
        GROUPS.add(group("cafe", "Café"));
        GROUPS.add(group("kids", "Kid's room"));
        GROUPS.add(group("up", "Upstairs bath"));
        GROUPS.add(group("down", "Downstairs bath"));
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
        GroupMatcher matcher = new GroupMatcher(Phrases.of(Optional.empty()));
        assertEquals(meant, spelt(matcher.match(spoken, GROUPS)));
    }

    private static String spelt(GroupMatch match) {
        return switch (match) {
            case GroupMatch.One one -> one.group().id().value();
            case GroupMatch.Everywhere all -> "everywhere";
            case GroupMatch.Several several ->
                several.groups().stream()
                        .map(group -> group.id().value())
                        .collect(Collectors.joining(" ", "several: ", ""));
            case GroupMatch.None none -> "none";
        };
    }

    private static GroupConfig group(String id, String name) {
        TreeMap<ensemble.contract.id.SpeakerId, Member> members = new TreeMap<>();
        members.put(Houses.DECK, Member.plain(Role.STEREO));
        return new GroupConfig(new GroupId(id), new Name(name), members, SyncTier.TIGHT);
    }
}
