package ensemble.gateway.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.gateway.store.StateFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CalibratorTest {
    @TempDir
    private Path state;

    private Studio studio;

    @BeforeEach
    void setUp() {
        studio = new Studio(state, "deck", "kitchen", "patio");
        studio.latencyFrames.put("kitchen", 12_345);
        studio.latencyFrames.put("patio", 8_001);
        studio.gains.put("kitchen", 0.25);
    }

    @Test
    void aGroupIsMeasuredAlignedTrimmedAndChecked() {
        assertEquals(TicketEcho.DONE, studio.linesUp("all"));

        for (String id : new String[] {"deck", "kitchen", "patio"}) {
            assertEquals(12_345, studio.arrival(id), 0.5, id + " arrives with the slowest");
        }
        assertEquals(
                -6, studio.desk.correction(new OutputId("deck")).orElseThrow().trimDb(), 0.3);
        assertEquals(
                0, studio.desk.correction(new OutputId("kitchen")).orElseThrow().trimDb(), 0.01);
        assertEquals("measured", studio.result().path("verdict").asText());
        assertTrue(
                studio.result().path("checkedSpreadUs").isNumber(),
                studio.result().toString());
        assertTrue(studio.result().path("seconds").asDouble() <= 45, "a whole calibration is short");
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status());
        assertTrue(studio.group("all").measured().orElseThrow().spreadMicros() < 25);
        assertEquals(studio.desk.book(), new CalibrationFile(new StateFile(state)).load(), "and kept");
    }

    /** What is measured is heard most of a second after it left the mixer, and that is when a delay takes hold. */
    @Test
    void clocksFarApartAreTogetherFromTheFirstMomentThoughTheWayIsLong() {
        for (String id : new String[] {"deck", "kitchen", "patio"}) {
            studio.latencyFrames.merge(id, 40_000, Integer::sum);
        }
        studio.ppm.put("deck", 80.0);
        studio.ppm.put("patio", -80.0);

        assertEquals(TicketEcho.DONE, studio.linesUp("all"));

        double deck = studio.heardAfterMicros("deck");
        assertEquals(deck, studio.heardAfterMicros("patio"), 20);
        assertEquals(deck, studio.heardAfterMicros("kitchen"), 20);
    }

    /** The microphone goes to another seat: 2 ms nearer to the patio. */
    @Test
    void fromASecondPlaceTheMeanCountsAndIsSaidForTheWorst() {
        studio.linesUp("all");
        studio.latencyFrames.merge("patio", -96, Integer::sum);

        assertEquals(TicketEcho.DONE, studio.linesUpAlso("all"));

        assertEquals(2, studio.result().path("places").asInt());
        assertEquals(1_000, studio.result().path("checkedSpreadUs").asDouble(), 20);
        assertEquals(studio.arrival("deck") - 48, studio.arrival("patio"), 1, "half the way");
        assertEquals(1_000, studio.group("all").measured().orElseThrow().spreadMicros(), 20);

        assertEquals(TicketEcho.DONE, studio.linesUp("all"));

        assertEquals(studio.arrival("deck"), studio.arrival("patio"), 0.5, "a plain line-up is of one place again");
        assertEquals(1, studio.result().path("places").asInt());
    }

    @Test
    void anotherCodecEndsAMeasurementAtOnceAndTheNextIsKeptWithIt() {
        OutputId deck = new OutputId("deck");
        studio.desk.codecs(Map.of(deck, "SBC"));
        studio.linesUp("all");
        studio.desk.codecs(Map.of(deck, "SBC"));
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status());
        studio.desk.codecs(Map.of());
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status(), "not to know is no change");

        studio.desk.codecs(Map.of(deck, "AAC"));

        assertEquals(
                Optional.of(UnmeasuredWhy.CODEC_CHANGED), studio.group("all").why());
        studio.linesUp("all");
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status());
        assertEquals(
                Optional.of("AAC"),
                Objects.requireNonNull(new CalibrationFile(new StateFile(state))
                                .load()
                                .bySpeaker()
                                .get(new SpeakerId("deck")))
                        .codec());
    }

    @Test
    void aPlaceFromBeforeAReconnectIsForgotten() {
        studio.linesUp("all");
        studio.blocked = true;
        studio.linesUpAlso("all");
        studio.blocked = false;
        studio.leaves("patio");
        studio.latencyFrames.merge("patio", 480, Integer::sum);
        studio.returns("patio");

        assertEquals(TicketEcho.DONE, studio.linesUpAlso("all"));

        assertEquals(1, studio.result().path("places").asInt());
        assertEquals(studio.arrival("deck"), studio.arrival("patio"), 0.5);
    }

    /** A try that was refused says nothing of what was found at the places before. */
    @Test
    void aPlaceOutlivesATryThatWasRefused() {
        studio.linesUp("all");
        studio.latencyFrames.merge("patio", -96, Integer::sum);
        studio.blocked = true;
        assertEquals(TicketEcho.FAILED, studio.linesUpAlso("all"));
        studio.blocked = false;

        assertEquals(TicketEcho.DONE, studio.linesUpAlso("all"));

        assertEquals(2, studio.result().path("places").asInt());
        assertEquals(studio.arrival("deck") - 48, studio.arrival("patio"), 1, "half the way");
    }

    /** Its ear is elsewhere than the box's own, and its way is longer by what the network takes. */
    @Test
    void whatAPhoneHeardIsNoMeasureForHolding() {
        boolean[] released = {false};
        studio.ear = new Ear(studio, false, () -> released[0] = true);
        studio.before = OptionalDouble.empty();

        assertEquals(TicketEcho.DONE, studio.linesUp("all"));

        assertTrue(released[0], "the phone is let go");
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status());
        assertTrue(studio.group("all").earMillis().isEmpty());
        studio.desk.hold(true, studio.now());
        assertTrue(studio.desk.holding(studio.now()).isEmpty());
    }

    /** The microphone has heard for a while before it is said to listen, and is late itself: both are no part of the way to the ear. */
    @Test
    void theTimeFromTheEchoToTheEarIsTheSlowestSpeakersAndFollowsWhatIsAdded() {
        studio.latencyFrames.put("patio", 14_400);

        studio.linesUp("two");
        assertEquals(257, ear("two"), NEARLY);

        studio.linesUp("all");
        assertEquals(300, ear("all"), NEARLY, "the same when all have delays already");
        studio.before = OptionalDouble.of(0.25);
        studio.linesUp("all");
        assertEquals(50, ear("all"), NEARLY, "what the microphone is late by");
        studio.desk.hold(true, studio.now());
        assertEquals(50 + 350, ear("all"), NEARLY, "and with the room that holding needs");
        studio.linesUp("all");
        assertEquals(50 + 350, ear("all"), NEARLY, "which is counted once");
        studio.before = OptionalDouble.of(0.5);
        studio.linesUp("all");
        studio.desk.hold(false, studio.now());
        assertTrue(studio.group("all").earMillis().isEmpty(), "nothing is heard before it is played");
        studio.before = OptionalDouble.empty();
        studio.linesUp("all");
        assertTrue(studio.group("all").earMillis().isEmpty(), "another frame, of which nobody knows how late it is");
    }

    /** Milliseconds: where a take's first sweep begins is found by bins. */
    private static final double NEARLY = 4;

    private double ear(String group) {
        return studio.group(group).earMillis().orElseThrow();
    }

    @Test
    void aBlockedMicrophoneReadsUnknownNeverInSync() {
        studio.linesUp("all");
        studio.latencyFrames.merge("patio", 240, Integer::sum);
        studio.blocked = true;

        assertEquals(TicketEcho.FAILED, studio.linesUp("all"));

        assertEquals(SyncStatus.UNKNOWN, studio.group("all").status());
        assertEquals(Optional.of(UnmeasuredWhy.REFUSED), studio.group("all").why());
        assertEquals("refused", studio.result().path("verdict").asText());
    }

    @Test
    void aTakeWithAGapIsNoticedAndTakenAgain() {
        studio.gapsOfTakes.add(1);

        assertEquals(TicketEcho.DONE, studio.linesUp("all"));

        assertEquals(12_345, studio.arrival("deck"), 0.5);
        assertTrue(studio.result().path("takes").asInt() >= 2);
    }

    @Test
    void withoutAMicrophoneNothingIsCalledInSyncWhateverASpeakerIsSaidToBeLate() {
        SyncDesk deaf = new SyncDesk(new TreeMap<>(), new StateFile(state.resolve("deaf")), false, studio.now());
        assertEquals(
                Optional.of(UnmeasuredWhy.NO_MICROPHONE),
                studio.group(deaf, "all").why());
        deaf.reported(Set.of(new OutputId("deck")));
        assertEquals(
                Optional.of(UnmeasuredWhy.BY_DELAY_REPORT),
                studio.group(deaf, "all").why());
        assertEquals(SyncStatus.UNKNOWN, studio.group(deaf, "all").status());
    }

    /** A busy machine was heard 1.5 s late, and every take ended before its last sweep. */
    @Test
    void whatIsHeardLateIsAwaited() {
        for (String id : new String[] {"deck", "kitchen", "patio"}) {
            studio.latencyFrames.merge(id, 48_000, Integer::sum);
        }

        assertEquals(TicketEcho.DONE, studio.linesUp("all"));
        assertEquals(60_345, studio.arrival("deck"), 0.5);
    }

    @Test
    void aSpeakerThatDidNotPlayIsNamedWithWhatToDo() {
        studio.gains.put("patio", 0.0);

        assertEquals(TicketEcho.FAILED, studio.linesUp("all"));

        assertEquals("speaker-silent", studio.result().path("reason").asText());
        assertTrue(
                studio.result().path("sentence").asText().startsWith("patio: "),
                studio.result().toString());
        assertEquals(2, studio.result().path("about").path(0).asInt());
    }

    @Test
    void aSmallerGroupMeasuredLaterStaysComparableWithTheOthers() {
        studio.linesUp("all");
        studio.latencyFrames.put("deck", 20_000);
        studio.linesUp("two");

        for (String id : new String[] {"deck", "kitchen", "patio"}) {
            assertEquals(20_000, studio.arrival(id), 1, id);
        }
        assertEquals(SyncStatus.IN_SYNC, studio.group("all").status());
    }

    @Test
    void aReconnectEndsAMeasurementAtOnceAndTheCorrectionStays() {
        studio.linesUp("all");
        studio.graph.present("spk.patio", false);
        studio.look();
        studio.graph.present("spk.patio", true);
        studio.look();

        assertEquals(Optional.of(UnmeasuredWhy.RECONNECTED), studio.group("all").why());
        assertEquals(SyncStatus.IN_SYNC, studio.group("two").status(), "whom it does not concern");
        assertTrue(studio.desk.correction(new OutputId("patio")).isPresent());
        assertTrue(studio.desk.book().bySpeaker().containsKey(new SpeakerId("patio")));
    }
}
