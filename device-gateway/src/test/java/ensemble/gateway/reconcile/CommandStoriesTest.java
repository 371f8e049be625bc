package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.command.Verdict;
import ensemble.gateway.shadow.Desired.Arrived;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of what is commanded at the box: it works alone, is told as (n, k), and gives way to a later wish. */
final class CommandStoriesTest {
    private static final GroupId ALL = new GroupId("all");
    private static final GroupId DECK = new GroupId("deck-alone");

    private final Box box = new Box();

    @BeforeEach
    void theHouseIsKnownAndTheKitchenPlays() {
        box.houseWithDeckAlone();
        box.wish(5, "kitchen");
        box.converge();
    }

    @Test
    void aCommandIsHeardWithoutTheCloudAndToldAsAPatchOnceItIs() {
        Verdict verdict = asks(new BoxCommand.Only(DECK));

        assertEquals(Verdict.TAKEN, verdict);
        assertEquals(sinks("spk.deck"), box.audible());
        RoutingReport before = box.look();
        assertEquals(new Stamp(5, 0), before.stamp(), "not before it is heard");
        assertEquals(Map.of(), before.patch());
        box.graph.carryAll();
        RoutingReport after = box.look();

        assertEquals(new Stamp(5, 1), after.stamp());
        assertEquals(Map.of(id("deck"), wish(true, 80), id("kitchen"), wish(false, 80)), after.patch());
        assertTrue(Box.speaker(after, "deck").playing());
        assertFalse(Box.speaker(after, "kitchen").playing());
    }

    @Test
    void eachCommandCountsFromTheOneBeforeIt() {
        asks(new BoxCommand.Turn(ALL, true));
        asks(new BoxCommand.Loud(ALL, new Volume(40)));
        asks(new BoxCommand.Turn(DECK, false));
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 3), report.stamp());
        assertEquals(
                Map.of(id("deck"), wish(false, 40), id("kitchen"), wish(true, 40), id("patio"), wish(true, 40)),
                report.patch());
    }

    @Test
    void aCommandThatIsTakenBackLeavesNothingForTheCloud() {
        asks(new BoxCommand.Turn(DECK, true));
        box.converge();
        asks(new BoxCommand.Turn(DECK, false));
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 2), report.stamp());
        assertEquals(Map.of(), report.patch());
    }

    @Test
    void theCloudsNextWishWins() {
        asks(new BoxCommand.Only(DECK));
        box.converge();
        box.wish(6, "patio");
        RoutingReport report = box.converge();

        assertEquals(new Stamp(6, 0), report.stamp());
        assertEquals(Map.of(), report.patch());
        assertEquals(sinks("spk.patio"), box.audible());
    }

    @Test
    void whatTheCloudHasAdoptedIsItsOwn() {
        asks(new BoxCommand.Only(DECK));
        box.converge();
        int asked = box.graph.asked.size();
        box.wish(6, "deck");
        RoutingReport report = box.converge();

        assertEquals(new Stamp(6, 0), report.stamp());
        assertEquals(Map.of(), report.patch());
        assertEquals(asked, box.graph.asked.size(), "nothing had to be moved");
    }

    /** The slider on the page: the cloud adopts 40 while the person is at 60 already. */
    @Test
    void anAdoptionThatIsBehindDoesNotUndoWhatWasCommandedSince() {
        asks(new BoxCommand.Loud(ALL, new Volume(40)));
        box.converge();
        asks(new BoxCommand.Loud(ALL, new Volume(60)));
        box.converge();
        box.inbox.routing(new Arrived<>(all(6, 40), 0, 0, 0));
        RoutingReport report = box.converge();

        assertEquals(new Stamp(6, 1), report.stamp(), "one command since what was adopted");
        assertEquals(60, Box.speaker(report, "kitchen").volume().points());
        assertEquals(wish(true, 60), report.patch().get(id("kitchen")));
        box.inbox.routing(new Arrived<>(all(7, 60), 0, 0, 0));
        assertEquals(new Stamp(7, 0), box.converge().stamp());
    }

    /** Else nobody would ever have heard of the command, and the cloud could not weigh both. */
    @Test
    void aCommandIsToldBeforeAWishOfTheSameMomentIsLookedAt() {
        CommandInbox.Waiting command = box.commands.hand(new BoxCommand.Turn(DECK, true));
        box.look();
        box.wish(6, "patio");
        box.look();
        assertEquals(sinks("spk.deck", "spk.kitchen"), box.audible(), "the ramp is still under way");
        box.graph.carryAll();
        RoutingReport told = box.look();

        assertEquals(Verdict.TAKEN, command.verdict().getNow(null));
        assertEquals(new Stamp(5, 1), told.stamp());
        assertEquals(sinks("spk.patio"), box.audible(), "and then at once the wish, without another reason to look");
        assertEquals(new Stamp(6, 0), box.converge().stamp());
    }

    @Test
    void ofACommandAndAWishThatAreFoundTogetherTheCommandIsTheLater() {
        box.wish(6, "patio");
        box.commands.hand(new BoxCommand.Turn(DECK, true));
        RoutingReport report = box.converge();

        assertEquals(new Stamp(6, 1), report.stamp());
        assertEquals(Map.of(id("deck"), wish(true, 80)), report.patch());
        assertEquals(sinks("spk.deck", "spk.patio"), box.audible());
    }

    @Test
    void aPowerCutBetweenKeepingAndActingLosesNothing() {
        asks(new BoxCommand.Only(DECK));
        assertEquals(new Stamp(5, 1), box.kept.getLast().stamp(), "kept before it was heard");
        box.losesTheCloud();
        box.restarts();
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 1), report.stamp());
        assertEquals(Map.of(id("deck"), wish(true, 80), id("kitchen"), wish(false, 80)), report.patch());
        assertEquals(sinks("spk.deck"), box.audible());
        asks(new BoxCommand.Everywhere());
        assertEquals(new Stamp(5, 2), box.converge().stamp(), "and goes on counting");
    }

    @Test
    void anOldWishReadAgainAfterAPowerCutDoesNotUndoACommand() {
        asks(new BoxCommand.Only(DECK));
        box.converge();
        box.losesTheCloud();
        box.restarts();
        box.wish(5, "kitchen");

        assertEquals(new Stamp(5, 1), box.converge().stamp());
        assertEquals(sinks("spk.deck"), box.audible());
    }

    @Test
    void whatIsRefusedChangesNothingAndIsNeverHeardLater() {
        box.graph.leaves("spk.deck");
        int kept = box.kept.size();
        Verdict verdict = asks(new BoxCommand.Only(DECK));

        assertEquals(
                "not there now: deck; switch it on, or give the box a moment to call it, and try again",
                assertInstanceOf(Verdict.Refused.class, verdict).sentence());
        assertEquals(kept, box.kept.size());
        assertEquals(
                Set.of(new OutputId("deck"), new OutputId("kitchen")),
                box.wanted(),
                "but a link that was let go is called");
        box.graph.returns("spk.deck");
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 0), report.stamp());
        assertEquals(Optional.empty(), report.fault());
        assertEquals(sinks("spk.kitchen"), box.audible());
    }

    @Test
    void withoutSoundSilencingIsTakenAndStartingIsNot() {
        box.graph.goesDown("pipewire is gone");
        CommandInbox.Waiting on = box.commands.hand(new BoxCommand.Everywhere());
        box.look();
        assertFalse(on.verdict().isDone(), "a restarting server deserves a moment");
        box.pass(1000);
        box.look();
        assertInstanceOf(Verdict.Refused.class, on.verdict().getNow(Verdict.TAKEN));
        assertEquals(Verdict.TAKEN, asks(new BoxCommand.Nothing()));

        assertEquals(new Stamp(5, 1), box.look().stamp());
    }

    @Test
    void aCommandWhoseSoundWentAwayIsUndoneAndTheAnswerBeforeItStays() {
        asks(new BoxCommand.Only(DECK));
        box.graph.goesDown("pipewire is gone");
        box.look();
        box.pass(1000);
        box.look();
        box.graph.comesBack();
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 1), report.stamp());
        assertEquals(Map.of(), report.patch());
        assertEquals(Optional.empty(), report.fault(), "the cloud's wish was answered long ago");
        assertEquals(sinks("spk.kitchen"), box.audible());
    }

    /** What was refused to the cloud must not come true because the page's command is adopted on top of it. */
    @Test
    void onTopOfARefusedWishThePatchIsWhatIsTrue() {
        box.graph.leaves("spk.patio");
        box.wish(6, "patio");
        RoutingReport refused = box.converge();
        assertEquals(FaultKind.SPEAKERS_AWAY, refused.fault().orElseThrow().kind());
        box.graph.returns("spk.patio");
        asks(new BoxCommand.Turn(DECK, true));
        RoutingReport report = box.converge();

        assertEquals(new Stamp(6, 1), report.stamp());
        assertEquals(
                Map.of(id("deck"), wish(true, 80), id("kitchen"), wish(true, 80), id("patio"), wish(false, 80)),
                report.patch());
    }

    @Test
    void unknownGroupsAreRefused() {
        assertInstanceOf(Verdict.Refused.class, asks(new BoxCommand.Only(new GroupId("attic"))));
        assertInstanceOf(Verdict.Refused.class, asks(BoxCommand.Once.lineUp(new GroupId("attic"))));
    }

    @Test
    void anActOfTheBoxIsDoneOnceAndIsNoAnswerToTheCloud() {
        assertEquals(Verdict.TAKEN, asks(BoxCommand.Once.identify(id("deck"))));
        RoutingReport report = box.converge();

        assertEquals(List.of(-1L), box.doer.begun.stream().map(task -> task.n()).toList());
        assertEquals(Map.of(), report.echoes());
        assertEquals(new Stamp(5, 0), report.stamp());
    }

    @Test
    void afterAPowerCutWhatStandsIsWantedThoughTheCloudIsAway() {
        asks(new BoxCommand.Only(DECK));
        box.losesTheCloud();
        box.restarts();

        assertEquals(Set.of(new OutputId("deck")), box.wanted());
    }

    private Verdict asks(BoxCommand.ForTheLoop command) {
        CommandInbox.Waiting waiting = box.commands.hand(command);
        box.look();
        Verdict verdict = waiting.verdict().getNow(null);
        assertTrue(verdict != null, "a look decides what waits");
        return verdict;
    }

    private static RoutingWish all(long n, int volume) {
        TreeMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (String name : List.of("deck", "kitchen", "patio")) {
            speakers.put(id(name), wish(name.equals("kitchen"), volume));
        }
        return new RoutingWish(n, speakers);
    }

    private static SpeakerWish wish(boolean on, int volume) {
        return new SpeakerWish(on, new Volume(volume), false, Role.STEREO);
    }

    private static SpeakerId id(String name) {
        return new SpeakerId(name);
    }

    private static Set<String> sinks(String... nodes) {
        return new TreeSet<>(List.of(nodes));
    }
}
