package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("audio")
@SuppressWarnings("NullAway.Init") // fields are set before each test
final class PipeWireGraphTest extends AudioGraphContract {
    @TempDir
    private Path directory;

    private PipeWireRig running;

    @Override
    AudioRig rig() throws Exception {
        running = new PipeWireRig(directory, 1024, SINKS);
        return running;
    }

    @Test
    void theAudioThreadAllocatesNothingWhilePlaying() {
        running.play(Program.tones(997, 997));
        long ticket = running.graph()
                .apply(new Mix(Map.of("deck", new OutputMix(Gain.UNITY, Role.MONO, new DelayMicros(1234.5)))));
        running.await("it is carried", now -> now.carried() >= ticket);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long audio = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("audio"))
                .mapToLong(Thread::threadId)
                .findFirst()
                .orElseThrow();

        running.record(Program.RATE, AudioRig.Script.NOTHING);
        long before = threads.getThreadAllocatedBytes(audio);
        running.record(3 * Program.RATE, AudioRig.Script.NOTHING);
        long bytes = threads.getThreadAllocatedBytes(audio) - before;

        // Three seconds are some 300 turns; a turn that made a single object would show.
        assertTrue(bytes < 300 * 16, bytes + " bytes in three seconds");
    }

    @Test
    void withoutAProgramWishesComeTrueAllTheSameAndTheProgramIsHeardWhenItReturns() {
        running.noProgram();
        running.await("the program is gone", now -> !running.graph().programLinked());
        OutputMix plain = new OutputMix(Gain.UNITY, Role.STEREO, DelayMicros.NONE);
        long ticket = running.graph().apply(new Mix(Map.of("patio", plain)));
        running.await("it is carried", now -> now.carried() >= ticket);

        running.program(Program.tones(997, 997));
        running.await(
                "patio sounds and deck does not",
                now -> now.sink("patio").orElseThrow().sounding()
                        && !now.sink("deck").orElseThrow().sounding());
    }

    @Test
    void aKilledServerIsDownWithAReasonAndComesBackWithTheMixInForce() {
        OutputMix plain = new OutputMix(Gain.UNITY, Role.STEREO, DelayMicros.NONE);
        long ticket = running.graph().apply(new Mix(Map.of("deck", plain)));
        running.await("it is carried", now -> now.carried() >= ticket);

        running.killServer();
        running.await("it is down", now -> now.state() instanceof GraphState.Down);
        GraphState.Down down = (GraphState.Down) running.graph().snapshot().state();
        assertFalse(down.reason().isBlank());
        assertEquals(
                0,
                running.graph().snapshot().sinks().stream()
                        .filter(SinkSnapshot::sounding)
                        .count());

        running.restartServer();
        try (ProgramPlayer echo = new ProgramPlayer("program")) {
            echo.play(Program.tones(997, 997));
            echo.start(running.server().pulse(), "echo-again", 21);
            running.await(
                    "deck sounds again", now -> now.sink("deck").orElseThrow().sounding());
        }
    }
}
