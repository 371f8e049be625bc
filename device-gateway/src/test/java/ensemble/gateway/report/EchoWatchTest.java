package ensemble.gateway.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The Echo's link as the sound shows it. */
final class EchoWatchTest {
    private final EchoWatch watch = new EchoWatch();

    @Test
    void anEchoIsFineOnceItWasHeardAndUntilItLeaves() {
        assertEquals(EchoLink.UNKNOWN, link("echo", false));
        assertEquals(EchoLink.FINE, link("echo", true));
        assertEquals(EchoLink.FINE, link("echo", false), "between two titles");
        assertEquals(EchoLink.NONE, link(null, false));
        assertEquals(EchoLink.UNKNOWN, link("echo", false), "another one, perhaps");
    }

    @Test
    void withoutSoundNothingIsKnown() {
        link("echo", true);
        GraphSnapshot down =
                new GraphSnapshot(new GraphState.Down("gone"), List.of(), 0, 0, 0, 0, Optional.empty(), false, 0);
        assertEquals(EchoLink.UNKNOWN, watch.look(down, Optional.empty()).link());
    }

    private EchoLink link(@org.jspecify.annotations.Nullable String program, boolean sounding) {
        return watch.look(now(program, sounding), Optional.empty()).link();
    }

    @Test
    void whatTheLinkItselfKnowsComesFirst() {
        EchoHealth wrong = new EchoHealth(EchoLink.WRONG, true);
        assertEquals(wrong, watch.look(now("echo", true), Optional.of(wrong)));
        EchoHealth nothingWrong = new EchoHealth(EchoLink.UNKNOWN, true);
        assertEquals(new EchoHealth(EchoLink.FINE, true), watch.look(now("echo", true), Optional.of(nothingWrong)));
    }

    private static GraphSnapshot now(@org.jspecify.annotations.Nullable String program, boolean sounding) {
        return new GraphSnapshot(
                new GraphState.Running("pipewire"), List.of(), 0, 0, 0, 100, Optional.ofNullable(program), sounding, 0);
    }
}
