package ensemble.skill.editing;

import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.PATIO;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ensemble.contract.id.GroupId;
import ensemble.contract.value.Name;
import ensemble.skill.command.Command;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.command.Outcome;
import ensemble.skill.command.Subject;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.SceneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditingTest {
    private final TestHouse test = new TestHouse();
    private final Editing editing = new Editing(test.store, test.shadows);

    @Test
    void anEditIsWrittenAndTheBoxIsTold() {
        assertDone(new Edit.CreateGroup(new Name("Pool"), Set.of(DECK)));
        assertEquals(List.of("config 2"), test.store.writes);
        assertEquals(test.house().config(), test.shadows.configs.getLast());
        assertEquals(true, test.house().config().group(new GroupId("pool")).isPresent());
    }

    @Test
    void theLaterOfTwoMeansItAgainOnTopOfTheOther() {
        test.store.overtakers.add(() -> test.store.put(after(new Edit.RenameSpeaker(DECK, new Name("Terrace")))));
        assertDone(new Edit.CreateGroup(new Name("Pool"), Set.of(DECK)));
        assertEquals(3, test.house().config().n());
        assertEquals(
                new Name("Terrace"),
                test.house().config().speaker(DECK).orElseThrow().name());
    }

    @Test
    void whoIsOvertakenTooOftenChangesNothing() {
        for (String name : List.of("One", "Two", "Three")) {
            test.store.overtakers.add(() -> test.store.put(after(new Edit.RenameSpeaker(DECK, new Name(name)))));
        }
        assertEquals(EditRefusal.BUSY, cannot(new Edit.DeleteGroup(PATIO)));
        assertEquals(true, test.house().config().group(PATIO).isPresent());
    }

    @Test
    void whatTheBoxCannotBeToldIsUndone() {
        test.shadows.away = true;
        assertEquals(EditRefusal.TROUBLE, cannot(new Edit.DeleteGroup(PATIO)));
        assertEquals(true, test.house().config().group(PATIO).isPresent());
        assertEquals(3, test.house().config().n());
    }

    @Test
    void anOutageOfTheStoreClaimsNothing() {
        var house = test.house();
        test.store.away = true;
        assertEquals(
                EditRefusal.TROUBLE,
                assertInstanceOf(EditOutcome.Cannot.class, editing.carryOut(house, new Edit.DeleteGroup(PATIO)))
                        .why());
        assertEquals(List.of(), test.shadows.configs);
    }

    @Test
    void aForgottenSpeakerLeavesTheWishToo() {
        assertDone(new Edit.ForgetSpeaker(SHELF));
        assertEquals(Set.of(SHELF), test.shadows.forgotten);
        var unused = test.fulfilment.fulfil(
                test.house(), new Command.Everywhere(), RequestKey.of("all"), IfUnanswered.SAY_SO);
        assertEquals(false, test.shadows.lastWish().speakers().containsKey(SHELF));
    }

    @Test
    void aSavedSceneIsRecalledWithItsVolumes() {
        fulfilled(new Command.TurnOn(PATIO), "1");
        fulfilled(new Command.SetVolume(Subject.of(LEFT), new ensemble.contract.value.Volume(33)), "2");
        assertDone(new Edit.SaveScene(new Name("Party")));
        var saved = test.shadows.lastWish().speakers();
        fulfilled(new Command.Everywhere(), "3");
        fulfilled(new Command.SetVolume(Subject.whole(), ensemble.contract.value.Volume.FULL), "4");
        fulfilled(new Command.RecallScene(new SceneId("party")), "5");
        assertEquals(saved, test.shadows.lastWish().speakers());
        fulfilled(new Command.LeaveScene(new SceneId("party")), "6");
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    private void fulfilled(Command command, String request) {
        assertInstanceOf(
                Outcome.Done.class,
                test.fulfilment.fulfil(test.house(), command, RequestKey.of(request), IfUnanswered.SAY_SO));
    }

    private ensemble.skill.household.Household after(Edit edit) {
        Draft.Made made = assertInstanceOf(Draft.Made.class, HouseDesk.decide(edit, test.house()));
        return test.house().with(made.config(), made.habits());
    }

    private void assertDone(Edit edit) {
        assertInstanceOf(EditOutcome.Done.class, editing.carryOut(test.house(), edit));
    }

    private EditRefusal cannot(Edit edit) {
        return assertInstanceOf(EditOutcome.Cannot.class, editing.carryOut(test.house(), edit))
                .why();
    }
}
