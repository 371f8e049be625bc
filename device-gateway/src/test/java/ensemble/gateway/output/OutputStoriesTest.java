package ensemble.gateway.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.output.VirtualBench.World;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What outputs say and do beyond the contract. */
final class OutputStoriesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final OutputId DECK = new OutputId("deck");
    private static final OutputId ATTIC = new OutputId("attic");

    @Test
    void aSinkOfWhichNothingIsKnownHasNoLatencyRatherThanNone() {
        assertTrue(bench(new OutputKind.Sink(), OptionalDouble.empty())
                .look()
                .latency()
                .isEmpty());
    }

    @Test
    void theOwnersWordComesBeforeTheDevicesAndThatBeforeItsKind() {
        OutputKind speaker = new OutputKind.Bluetooth();
        assertEquals(
                Latency.Source.ASSUMED,
                bench(speaker, OptionalDouble.empty())
                        .look()
                        .latency()
                        .orElseThrow()
                        .source());
        assertEquals(
                new Latency(187, 100, Latency.Source.TOLD),
                bench(speaker, OptionalDouble.empty())
                        .told(187)
                        .look()
                        .latency()
                        .orElseThrow());
        assertEquals(
                new Latency(210, 20, Latency.Source.SET),
                bench(speaker, OptionalDouble.of(210))
                        .told(187)
                        .look()
                        .latency()
                        .orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new Latency(10, 0, Latency.Source.SET));
    }

    @Test
    void aChainSaysHowFarItsSpeakersAreApart() {
        OutputView view =
                bench(new OutputKind.AuxChain(3), OptionalDouble.empty()).look();
        assertTrue(view.remark().orElseThrow().toString().contains("1.6 to 2.4 ms"), view::toString);
    }

    private static VirtualBench bench(OutputKind kind, OptionalDouble set) {
        return new VirtualBench(new PlainOutput(kind, set), new FakeLauncher(), World.ofSink());
    }

    @Test
    void aProgramThatEndsIsStartedAgainLaterAndLater() {
        FakeLauncher launcher = new FakeLauncher();
        Servant servant = new Servant(launcher, List.of("snapserver"));
        servant.look(0);
        launcher.crash("snapserver", 1, "Address already in use");
        servant.look(SECOND);
        assertEquals(
                "snapserver ended with 1: Address already in use",
                servant.trouble().orElseThrow());
        servant.look(2 * SECOND - 1);
        assertEquals(1, launcher.started.size());
        servant.look(2 * SECOND);
        assertEquals(2, launcher.started.size());
        assertTrue(servant.trouble().isEmpty());

        launcher.crash("snapserver", 1, "");
        servant.look(3 * SECOND);
        servant.look(5 * SECOND - 1);
        assertEquals(2, launcher.started.size(), "twice as long as before");
        servant.look(5 * SECOND);
        assertEquals(3, launcher.started.size());
    }

    @Test
    void theWaitIsBoundedAndAGoodRunStartsItAnew() {
        FakeLauncher launcher = new FakeLauncher();
        Servant servant = new Servant(launcher, List.of("snapserver"));
        long now = 0;
        servant.look(now);
        for (int crash = 0; crash < 12; crash++) {
            launcher.crash("snapserver", 1, "");
            servant.look(++now);
            now += Servant.LONGEST_WAIT_NANOS;
            servant.look(now);
            assertTrue(servant.isRunning(), "crash " + crash);
        }
        now += Servant.GOOD_RUN_NANOS;
        launcher.crash("snapserver", 1, "");
        servant.look(now);
        servant.look(now + Servant.FIRST_WAIT_NANOS);
        assertTrue(servant.isRunning());
    }

    @Test
    void aProgramThatIsNotInstalledIsNamedAndStartsOnceItIs() {
        FakeLauncher launcher = new FakeLauncher();
        launcher.missing("snapserver", true);
        Servant servant = new Servant(launcher, List.of("snapserver"));
        servant.look(0);
        assertEquals(
                "snapserver cannot be started: it is not installed",
                servant.trouble().orElseThrow());
        launcher.missing("snapserver", false);
        servant.look(SECOND);
        assertTrue(servant.isRunning());
        servant.close();
        assertEquals(0, launcher.running());
    }

    @Test
    void unmeasuredOutputsWaitForTheSlowestGuess() {
        FirstDelays delays = new FirstDelays();
        delays.look(Map.of(DECK, guess(200), ATTIC, guess(1000)), Map.of(), true);
        assertEquals(800, delays.of(DECK).orElseThrow().millis());
        assertEquals(0, delays.of(ATTIC).orElseThrow().millis());
        assertTrue(delays.of(new OutputId("unknown")).isEmpty());
    }

    @Test
    void aGuessThatChangesMovesNothingElseWhileSomethingSounds() {
        FirstDelays delays = new FirstDelays();
        delays.look(Map.of(DECK, guess(200)), Map.of(), true);
        delays.look(Map.of(DECK, guess(200), ATTIC, guess(1000)), Map.of(), false);
        assertEquals(0, delays.of(DECK).orElseThrow().millis());
        delays.look(Map.of(DECK, guess(200), ATTIC, guess(1000)), Map.of(), true);
        assertEquals(800, delays.of(DECK).orElseThrow().millis());
    }

    @Test
    void whatWasMeasuredIsLeftAloneAndIsWhereTheOthersGo() {
        FirstDelays delays = new FirstDelays();
        delays.look(Map.of(DECK, guess(200), ATTIC, guess(100)), Map.of(DECK, 50.0), true);
        assertFalse(delays.of(DECK).isPresent());
        assertEquals(150, delays.of(ATTIC).orElseThrow().millis());
    }

    private static Latency guess(double millis) {
        return new Latency(millis, 50, Latency.Source.ASSUMED);
    }
}
