package ensemble.skill.editing;

import static ensemble.skill.fake.Houses.ALL;
import static ensemble.skill.fake.Houses.BACKYARD;
import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.KITCHEN;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.Member;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HouseDeskTest {
    private static final GroupId ATTIC = new GroupId("attic");
    private static final SpeakerId GHOST = new SpeakerId("ghost");

    private final Household house = Houses.demo();

    static List<Arguments> whatIsRefused() {
        return List.of(
                refused(new Edit.CreateGroup(name("Deck"), Set.of()), EditRefusal.NO_SPEAKERS),
                refused(new Edit.CreateGroup(name("Roof"), Set.of(GHOST)), EditRefusal.NO_SUCH_SPEAKER),
                refused(new Edit.CreateGroup(name("patio"), Set.of(DECK)), EditRefusal.NAME_TAKEN),
                refused(new Edit.CreateGroup(name("Everywhere"), Set.of(DECK)), EditRefusal.NAME_RESERVED),
                refused(new Edit.RenameGroup(ATTIC, name("Roof")), EditRefusal.NO_SUCH_GROUP),
                refused(new Edit.RenameGroup(PATIO, name("KITCHEN")), EditRefusal.NAME_TAKEN),
                refused(new Edit.RenameGroup(PATIO, name("Überall")), EditRefusal.NAME_RESERVED),
                refused(new Edit.DeleteGroup(ATTIC), EditRefusal.NO_SUCH_GROUP),
                refused(new Edit.AddSpeakers(ATTIC, Set.of(DECK)), EditRefusal.NO_SUCH_GROUP),
                refused(new Edit.AddSpeakers(PATIO, Set.of(GHOST)), EditRefusal.NO_SUCH_SPEAKER),
                refused(new Edit.RemoveSpeakers(KITCHEN, Set.of(SHELF)), EditRefusal.NO_SPEAKERS),
                refused(new Edit.RenameSpeaker(GHOST, name("Roof")), EditRefusal.NO_SUCH_SPEAKER),
                refused(new Edit.RenameSpeaker(DECK, name("kitchen shelf")), EditRefusal.NAME_TAKEN),
                refused(new Edit.RenameSpeaker(DECK, name("Alexa")), EditRefusal.NAME_RESERVED),
                refused(new Edit.ForgetSpeaker(GHOST), EditRefusal.NO_SUCH_SPEAKER),
                refused(new Edit.SaveScene(name("Music")), EditRefusal.NAME_RESERVED),
                refused(new Edit.DeleteScene(new SceneId("party")), EditRefusal.NO_SUCH_SCENE),
                refused(new Edit.AimAt(ATTIC, SyncTier.STUDIO), EditRefusal.NO_SUCH_GROUP));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsRefused(Edit edit, EditRefusal why) {
        assertEquals(new Draft.Refused(why), HouseDesk.decide(edit, house));
    }

    @Test
    void aNewGroupHasAnIdOfItsName() {
        Draft.Made made = made(new Edit.CreateGroup(name("Grüner Garten"), Set.of(LEFT, DECK)), house);
        assertEquals(Optional.of("gruner-garten"), made.id());
        GroupConfig group = made.config().group(new GroupId("gruner-garten")).orElseThrow();
        assertEquals(Set.of(LEFT, DECK), group.members().keySet());
        assertEquals(2, made.config().n());
        Household after = house.with(made.config(), made.habits());
        assertEquals(
                made.config(),
                made(new Edit.CreateGroup(name("grüner garten"), Set.of(LEFT, DECK)), after)
                        .config(),
                "made once more, it is the same");
    }

    @Test
    void idsStayUniqueAndShort() {
        assertEquals("patio-2", NewIds.of(name("Patio"), "group", Set.of("patio")));
        assertEquals(
                "a-very-long-name-o-2",
                NewIds.of(name("A very long name of it all"), "group", Set.of("a-very-long-name-of")));
        assertEquals("group", NewIds.of(name("日本"), "group", Set.of()));
    }

    @Test
    void aNameThatSoundsLikeAnotherThingIsAllowedAndWarnedAbout() {
        Draft.Made made = made(new Edit.CreateGroup(name("deck"), Set.of(DECK)), house);
        assertEquals(List.of(new NameWarning(NameWarning.Kind.SPEAKER, name("Deck"))), made.warnings());
    }

    @Test
    void membersComeAndGo() {
        Household more = after(new Edit.AddSpeakers(KITCHEN, Set.of(DECK, SHELF)), house);
        assertEquals(Set.of(SHELF, DECK), members(more, KITCHEN));
        Household fewer = after(new Edit.RemoveSpeakers(BACKYARD, Set.of(LEFT, SHELF)), more);
        assertEquals(Set.of(RIGHT, DECK), members(fewer, BACKYARD));
        assertEquals(
                Member.plain(Role.LEFT),
                fewer.config().group(PATIO).orElseThrow().members().get(LEFT));
    }

    @Test
    void aForgottenSpeakerIsNowhere() {
        Household saved = after(new Edit.SaveScene(name("Party")), house);
        Household gone = after(new Edit.ForgetSpeaker(SHELF), saved);
        assertTrue(gone.config().group(KITCHEN).isEmpty(), "a group of it alone goes too");
        assertEquals(Set.of(LEFT, RIGHT, DECK), members(gone, ALL));
        assertEquals(
                Set.of(LEFT, RIGHT, DECK),
                gone.habits().scenes().getFirst().speakers().keySet());
    }

    @Test
    void aSceneIsWhatIsWishedNowAndIsReplacedByItsName() {
        Household saved = after(new Edit.SaveScene(name("Party")), house);
        SceneId party = new SceneId("party");
        assertEquals(4, saved.habits().scene(party).orElseThrow().speakers().size());
        assertEquals(2, saved.config().n(), "a change of habits raises the one number");
        assertEquals(
                1,
                after(new Edit.SaveScene(name("party")), saved)
                        .habits()
                        .scenes()
                        .size());
        assertEquals(
                List.of(), after(new Edit.DeleteScene(party), saved).habits().scenes());
    }

    @Test
    void thereIsABoundOnScenes() {
        List<Scene> many = new ArrayList<>();
        for (int i = 0; i < Scene.MOST; i++) {
            many.add(new Scene(new SceneId("s" + i), name("Scene " + i), new java.util.TreeMap<>()));
        }
        Household full = house.with(house.config(), house.habits().with(many));
        assertEquals(
                new Draft.Refused(EditRefusal.TOO_MANY_SCENES),
                HouseDesk.decide(new Edit.SaveScene(name("One more")), full));
    }

    @Test
    void settingsAreKept() {
        Settings settings = new Settings(true, true);
        assertEquals(settings, after(new Edit.Change(settings), house).habits().settings());
    }

    @Test
    void whatIsSoAlreadyRaisesNoNumber() {
        for (Edit edit : List.of(
                new Edit.RenameGroup(PATIO, name("Patio")),
                new Edit.AddSpeakers(PATIO, Set.of(LEFT)),
                new Edit.RemoveSpeakers(PATIO, Set.of(DECK)),
                new Edit.AimAt(KITCHEN, SyncTier.TIGHT),
                new Edit.Change(Settings.USUAL))) {
            assertEquals(1, made(edit, house).config().n(), edit::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', NAME_EMPTY", "' ?! ', NAME_EMPTY", "Alles, NAME_RESERVED", "Echo!, NAME_RESERVED"})
    void badNames(String text, EditRefusal why) {
        assertEquals(new NameRules.Checked.Bad(why), NameRules.check(text));
    }

    @Test
    void aNameHasAnEnd() {
        assertEquals(new NameRules.Checked.Bad(EditRefusal.NAME_TOO_LONG), NameRules.check("x".repeat(41)));
        assertEquals(new NameRules.Checked.Good(name("Pool House")), NameRules.check(" Pool House "));
    }

    private static Set<SpeakerId> members(Household house, GroupId group) {
        return house.config().group(group).orElseThrow().members().keySet();
    }

    private static Household after(Edit edit, Household house) {
        Draft.Made made = made(edit, house);
        return house.with(made.config(), made.habits());
    }

    private static Draft.Made made(Edit edit, Household house) {
        return assertInstanceOf(Draft.Made.class, HouseDesk.decide(edit, house));
    }

    private static Arguments refused(Edit edit, EditRefusal why) {
        return Arguments.of(edit, why);
    }

    private static Name name(String text) {
        return new Name(text);
    }
}
