package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // fields are set before each test
final class CableGraphTest extends AudioGraphContract {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(10).toNanos();

    @TempDir
    private Path directory;

    private CableRig running;

    @Override
    AudioRig rig() throws Exception {
        running = new CableRig(directory.resolve("cable"), SINKS);
        return running;
    }

    @Test
    void aRoomThatLeavesIsDownWithAReasonAndFindsTheMixInForceWhenItReturns() throws Exception {
        running.play(Program.tones(997, 997));
        OutputMix plain = new OutputMix(Gain.UNITY, Role.STEREO, DelayMicros.NONE);
        running.graph().apply(new Mix(Map.of("deck", plain)));

        running.hangUp();
        long start = System.nanoTime();
        while (running.graph().snapshot().state() instanceof GraphState.Running) {
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, "it never noticed");
            LockSupport.parkNanos(1_000_000);
        }
        GraphState.Down down = assertInstanceOf(
                GraphState.Down.class, running.graph().snapshot().state());
        assertTrue(down.reason().contains("cable"), down.reason());

        running.comeBack();
        Take take = running.record(48_000, AudioRig.Script.NOTHING);
        assertEquals(0.4, Take.peak(take.left("deck"), 24_000, 48_000), 2e-3);
        assertEquals(0, Take.peak(take.left("patio"), 0, 48_000));
    }
}
