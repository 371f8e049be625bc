package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.Stamp;
import ensemble.gateway.shadow.Desired.Arrived;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories of one box: told = truth, highest number wins, a fault never takes effect later. */
final class ReconcilerTest {
    private final Box box = new Box();

    @BeforeEach
    void theHouseIsKnown() {
        box.house();
        box.converge();
    }

    @Test
    void aWishIsAnsweredOnlyOnceTheSinksCarryIt() {
        box.wish(1, "kitchen");

        assertEquals(Stamp.START, box.look().stamp());
        box.pass(50);
        assertEquals(Stamp.START, box.look().stamp());
        box.graph.carryAll();
        RoutingReport report = box.look();

        assertEquals(new Stamp(1, 0), report.stamp());
        assertEquals(sinks("spk.kitchen"), box.audible());
        assertTrue(Box.speaker(report, "kitchen").playing());
        assertFalse(Box.speaker(report, "deck").playing());
    }

    /** Found on the meter: every command cost two reports, and the first one said that staying speakers had stopped. */
    @Test
    void whileAWishIsOnItsWayWhatWasTrueBeforeIsTold() {
        box.wish(1, "kitchen");
        RoutingReport before = box.converge();
        box.wish(2, "kitchen", "deck");

        assertEquals(before, box.look());
        box.graph.carryAll();
        assertTrue(Box.speaker(box.look(), "deck").playing());
    }

    /** A refusal that is no longer told while the next wish is on its way would be carried along by the one after. */
    @Test
    void aRefusalIsToldUntilTheNextAnswer() {
        box.graph.leaves("spk.deck");
        box.wish(1, "deck");
        RoutingReport refused = box.converge();
        assertEquals(FaultKind.SPEAKERS_AWAY, refused.fault().orElseThrow().kind());
        box.wish(2, "kitchen");

        assertEquals(refused, box.look());
        assertEquals(Optional.empty(), box.converge().fault());
    }

    @Test
    void whileNothingIsToPlayTheHomeSpeakerCarriesAlexasVoice() {
        box.deckIsHome();
        box.converge();
        assertEquals(sinks("spk.deck"), box.audible());
        box.wish(1, "kitchen");
        assertFalse(Box.speaker(box.converge(), "deck").playing());
        assertEquals(sinks("spk.kitchen"), box.audible(), "the music has moved");
        box.wish(2);

        RoutingReport silent = box.converge();
        assertEquals(sinks("spk.deck"), box.audible());
        assertFalse(Box.speaker(silent, "deck").playing(), "its groups are off all the same");
    }

    @Test
    void lateAndRepeatedWishesChangeNothing() {
        box.wish(2, "kitchen");
        box.converge();
        int asked = box.graph.asked.size();

        box.wish(1, "deck");
        box.wish(2, "kitchen");
        RoutingReport report = box.converge();

        assertEquals(asked, box.graph.asked.size());
        assertEquals(new Stamp(2, 0), report.stamp());
        assertEquals(sinks("spk.kitchen"), box.audible());
    }

    @Test
    void aSpeakerThatIsAwayIsLeftOutAndPlaysWhenItReturns() {
        box.graph.leaves("spk.deck");
        box.wish(1, "deck", "patio");
        RoutingReport report = box.converge();

        assertEquals(Optional.empty(), report.fault());
        assertFalse(Box.speaker(report, "deck").connected());
        assertFalse(Box.speaker(report, "deck").playing());

        box.graph.returns("spk.deck");
        assertTrue(Box.speaker(box.converge(), "deck").playing());
    }

    @Test
    void whenEverySpeakerAskedForIsAwayNothingChangesAndItStaysSo() {
        box.wish(1, "kitchen");
        box.converge();
        box.graph.leaves("spk.deck");
        box.wish(2, "deck");
        RoutingReport report = box.converge();

        assertEquals(new Stamp(2, 0), report.stamp());
        assertEquals(Optional.of(new Fault(FaultKind.SPEAKERS_AWAY, Set.of(new SpeakerId("deck")))), report.fault());
        assertEquals(sinks("spk.kitchen"), box.audible());

        box.graph.returns("spk.deck");
        box.converge();
        assertEquals(sinks("spk.kitchen"), box.audible(), "a failed command must never take effect later");
    }

    @Test
    void withoutSoundAWishIsRefusedAfterAMomentAndNotHeardLater() {
        box.graph.goesDown("pipewire is gone");
        box.wish(1, "kitchen");

        assertEquals(Stamp.START, box.look().stamp(), "a restarting server deserves a moment");
        box.pass(1000);
        RoutingReport report = box.look();
        assertEquals(new Stamp(1, 0), report.stamp());
        assertEquals(FaultKind.NO_SOUND, report.fault().orElseThrow().kind());

        box.graph.comesBack();
        box.converge();
        assertEquals(sinks(), box.audible(), "a failed command must never take effect later");
    }

    @Test
    void soundThatGoesBeforeTheWishWasHeardRefusesItAfterAll() {
        box.wish(1, "kitchen");
        box.look();
        box.graph.goesDown("pipewire is gone");
        box.look();
        box.pass(1000);
        RoutingReport report = box.look();

        assertEquals(FaultKind.NO_SOUND, report.fault().orElseThrow().kind());
        box.graph.comesBack();
        box.converge();
        assertEquals(sinks(), box.audible());
    }

    @Test
    void musicComesBackAfterTheAudioServerDoes() {
        box.wish(1, "kitchen");
        box.converge();
        box.graph.goesDown("restarting");
        box.pass(5000);
        assertFalse(Box.speaker(box.look(), "kitchen").playing());

        box.graph.comesBack();
        assertTrue(Box.speaker(box.converge(), "kitchen").playing());
    }

    @Test
    void aWishTooOldToStartSoundSilencesOnlyAndSaysSo() {
        box.wish(1, "kitchen");
        box.converge();
        box.wishOfAge(2, 31, "deck");
        RoutingReport report = box.converge();

        assertEquals(sinks(), box.audible(), "leaving the kitchen is silencing; starting the deck came too late");
        assertEquals(OptionalLong.of(2), report.lastExpired());
        assertEquals(FaultKind.EXPIRED, report.fault().orElseThrow().kind());
    }

    @Test
    void silencingIsNeverTooOld() {
        box.wish(1, "kitchen");
        box.converge();
        box.wishOfAge(2, 100_000);
        RoutingReport report = box.converge();

        assertEquals(sinks(), box.audible());
        assertEquals(Optional.empty(), report.fault());
    }

    @Test
    void silencingIsNotRefusedForWantOfSound() {
        box.wish(1, "kitchen", "deck");
        box.converge();
        box.graph.goesDown("restarting");
        box.look();
        box.pass(1000);
        box.wish(2, "kitchen");
        RoutingReport report = box.look();

        assertEquals(new Stamp(2, 0), report.stamp());
        assertEquals(Optional.empty(), report.fault());
        box.graph.comesBack();
        box.converge();
        assertEquals(sinks("spk.kitchen"), box.audible(), "the deck was silenced while there was no sound");
    }

    @Test
    void aSpeakerTheHouseDoesNotHaveRefusesTheWish() {
        box.inbox.config(new Arrived<>(new HouseConfig(2, List.of(), List.of()), 0, 0, 0));
        box.wish(1, "kitchen");

        assertEquals(
                FaultKind.UNKNOWN_SPEAKER, box.converge().fault().orElseThrow().kind());
    }

    @Test
    void afterAPowerCutTheMusicGoesOnAndTheSameWishIsNotNews() {
        box.wish(5, "kitchen", "deck");
        box.converge();

        box.restarts();
        RoutingReport report = box.converge();

        assertEquals(new Stamp(5, 0), report.stamp());
        assertEquals(sinks("spk.deck", "spk.kitchen"), box.audible());
    }

    @Test
    void whatIsKeptSurvivesItsFile() throws Exception {
        box.graph.leaves("spk.deck");
        box.wish(1, "deck");
        box.converge();
        Standing standing = box.kept.getLast();

        assertEquals(standing, StandingFile.decoded(StandingFile.encoded(standing)));
    }

    private static Set<String> sinks(String... nodes) {
        return new TreeSet<>(List.of(nodes));
    }
}
