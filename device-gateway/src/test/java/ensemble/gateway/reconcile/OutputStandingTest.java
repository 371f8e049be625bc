package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.report.Wellbeing;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outputs that are more than a sink: several speakers on one, there without a sink or away behind one, guessed latencies. */
final class OutputStandingTest {
    private final Box box = new Box();

    @BeforeEach
    void theHouseIsKnown() {
        box.house();
        box.converge();
    }

    @Test
    void aWishForHalfOfAnOutputIsRefusedWithThoseWhoShareIt() {
        box.pairedHouse();
        box.converge();
        box.wish(1, "kitchen");

        RoutingReport report = box.converge();

        assertEquals(
                Optional.of(
                        new Fault(FaultKind.SHARED_OUTPUT, Set.of(new SpeakerId("deck"), new SpeakerId("kitchen")))),
                report.fault());
        assertEquals(Set.of(), box.audible());
    }

    @Test
    void theWholeOutputPlaysAndHalfOfItIsNotSilenced() {
        box.pairedHouse();
        box.converge();
        box.wish(1, "kitchen", "deck");
        assertEquals(Optional.empty(), box.converge().fault());
        assertEquals(Set.of("spk.deck"), box.audible());

        box.wish(2, "deck");
        assertEquals(
                FaultKind.SHARED_OUTPUT, box.converge().fault().orElseThrow().kind());
        assertEquals(Set.of("spk.deck"), box.audible());

        box.wish(3);
        assertEquals(Optional.empty(), box.converge().fault());
        assertEquals(Set.of(), box.audible());
    }

    /** The house changed under a wish that stands: the other half is heard, so it is told, and other wishes are not refused. */
    @Test
    void whatTheHouseToreIsToldAsItIsHeardAndBlocksNothing() {
        box.wish(1, "deck");
        box.converge();
        box.pairedHouse();
        assertTrue(Box.speaker(box.converge(), "kitchen").playing());

        box.wish(2, "deck", "patio");
        assertEquals(Optional.empty(), box.converge().fault());
        assertEquals(Set.of("spk.deck", "spk.patio"), box.audible());
    }

    @Test
    void anOutputThatIsAwayBehindItsSinkIsAway() {
        box.wellbeing = new Wellbeing(Optional.empty(), Map.of(), Map.of(new OutputId("deck"), false), Map.of());
        box.wish(1, "deck");

        RoutingReport report = box.converge();

        assertEquals(FaultKind.SPEAKERS_AWAY, report.fault().orElseThrow().kind());
        assertFalse(Box.speaker(report, "deck").connected());
        assertTrue(Box.speaker(report, "kitchen").connected());
    }

    @Test
    void aGuessedDelayIsAddedAndToldAndIsNoMeasurement() {
        box.wellbeing = new Wellbeing(
                Optional.empty(), Map.of(), Map.of(), Map.of(new OutputId("deck"), new DelayMicros(150_000)));
        box.wish(1, "deck", "kitchen");

        RoutingReport report = box.converge();

        assertEquals(150, Box.speaker(report, "deck").delay().millis());
        assertEquals(0, Box.speaker(report, "kitchen").delay().millis());
        assertEquals(
                150_000,
                Objects.requireNonNull(box.graph.last().outputs().get("spk.deck"))
                        .delay()
                        .micros());
        assertEquals(
                "UNKNOWN",
                Objects.requireNonNull(box.said.get(ShadowName.SYNC))
                        .at("/g/all/st")
                        .asText());
    }
}
