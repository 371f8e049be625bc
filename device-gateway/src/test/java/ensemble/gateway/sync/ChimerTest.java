package ensemble.gateway.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.state.Act;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Task;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A speaker that is to be told from the others chimes; whoever cannot says why. */
final class ChimerTest {
    private final Studio studio;
    private final Chimer chimer;

    ChimerTest(@TempDir Path state) {
        studio = new Studio(state, "deck", "kitchen", "patio");
        studio.look();
        chimer = new Chimer(studio.desk, studio.graph);
    }

    @Test
    void theChimeSoundsOnThatSpeakerAloneAndIsDoneWhenItsSinkHasHadIt() {
        chimer.begin(new Task(1, Act.IDENTIFY, "deck"));
        assertEquals(Optional.of(TicketEcho.RUNNING), chimer.state(1));

        float deck = 0;
        float others = 0;
        for (int blocks = 0; chimer.state(1).equals(Optional.of(TicketEcho.RUNNING)); blocks++) {
            assertTrue(blocks < 200, "it never ends");
            Map<String, float[]> heard = studio.graph.advance(new float[960]);
            deck = Math.max(deck, peak(heard.get("spk.deck")));
            others = Math.max(others, Math.max(peak(heard.get("spk.kitchen")), peak(heard.get("spk.patio"))));
        }

        assertEquals(Optional.of(TicketEcho.DONE), chimer.state(1));
        assertTrue(deck > 0.15 && deck <= 0.25, () -> "the chime has the wrong level");
        assertEquals(0, others);
    }

    @Test
    void aSpeakerThatIsAwayOrUnknownCannotChime() {
        studio.graph.present("spk.deck", false);
        studio.look();
        chimer.begin(new Task(1, Act.IDENTIFY, "deck"));
        chimer.begin(new Task(2, Act.IDENTIFY, "attic"));

        assertEquals(Optional.of(TicketEcho.AWAY), chimer.state(1));
        assertEquals(Optional.of(TicketEcho.AWAY), chimer.state(2));
    }

    @Test
    void whileSpeakersAreMeasuredNothingChimes() {
        studio.desk.aligning(Set.of(studio.desk.house().speakers().getFirst().id()));
        chimer.begin(new Task(1, Act.IDENTIFY, "deck"));

        assertEquals(Optional.of(TicketEcho.BUSY), chimer.state(1));
    }

    private static float peak(float @Nullable [] samples) {
        float peak = 0;
        for (float sample : Objects.requireNonNull(samples)) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
