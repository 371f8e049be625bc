package ensemble.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("audio")
final class StreamsOnPipeWireTest {
    private static final int CHANNELS = 6;
    private static final long DEADLINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final BufferAttributes PLAY = BufferAttributes.playback(4800, 0, 480, 24_000);
    private static final BufferAttributes RECORD = BufferAttributes.record(480, 48_000);

    private PrivatePipeWire server;
    private PulseConnection pulse;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        server = switch (PrivatePipeWire.start(PipeWireConfig.in(directory))) {
            case PipeWireStart.Started started -> started.server();
            case PipeWireStart.CannotBeHad cannot -> throw new AssertionError(cannot.toString());
        };
        pulse = PulseConnection.open(server.pulse(), "test", Duration.ofSeconds(5));
    }

    @AfterEach
    void end() {
        pulse.close();
        server.close();
    }

    private interface Condition {
        boolean holds() throws PulseUnavailable;
    }

    private void until(String what, Condition condition) throws PulseUnavailable {
        long start = System.nanoTime();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() - start < DEADLINE_NANOS, "waited too long until " + what);
            pulse.iterate(5_000);
        }
    }

    private PlaybackStream linkedPlayer() throws PulseUnavailable {
        PlaybackStream player =
                pulse.playback(StreamSpec.aux("player", CHANNELS, PLAY).unconnected());
        until("the ports can be linked", () -> server.link("player:output_AUX4", "spk:playback_FL"));
        server.link("player:output_AUX5", "spk:playback_FR");
        until("it is ready", () -> player.state() == StreamState.READY);
        return player;
    }

    private RecordStream recorder() throws PulseUnavailable {
        RecordStream recorder =
                pulse.record(StreamSpec.stereo("recorder", RECORD).to("spk.monitor"));
        until("it records", () -> recorder.state() == StreamState.READY && recorder.peekFrames() > 0);
        return recorder;
    }

    @Test
    void theServerSaysItsName() {
        assertTrue(pulse.serverName().contains("PipeWire"), pulse.serverName());
    }

    @Test
    void aStreamIsNotReadyBeforeItsPortsAreLinked() throws Exception {
        server.loadNullSink("spk");
        PlaybackStream player =
                pulse.playback(StreamSpec.aux("player", CHANNELS, PLAY).unconnected());
        until("the ports are there", () -> server.succeed("pw-link", "-o").contains("player:output_AUX5"));
        assertEquals(StreamState.CREATING, player.state());
        assertThrows(PulseUnavailable.class, () -> player.write(new float[CHANNELS], 0, 1));

        assertTrue(server.link("player:output_AUX0", "spk:playback_FL"));
        until("it is ready", () -> player.state() == StreamState.READY);
        assertEquals(24_000, player.buffer().maxLength());
    }

    @Test
    void whatIsWrittenToOneChannelPairIsHeardThereSampleBySample() throws Exception {
        server.loadNullSink("spk");
        PlaybackStream player = linkedPlayer();
        RecordStream recorder = recorder();
        float[] ramp = new float[4800 * CHANNELS];
        for (int frame = 0; frame < 4800; frame++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                ramp[frame * CHANNELS + channel] = (channel + 1) * (frame + 1) / 65_536f;
            }
        }
        player.write(ramp, 0, 4800, Seek.ON_READ, 4800);

        float[] heard = new float[2 * 96_000];
        int[] frames = {0};
        until("a second was recorded", () -> {
            frames[0] += recorder.read(heard, 2 * frames[0], Math.min(4096, 48_000 - frames[0]));
            return frames[0] == 48_000;
        });

        int first = 0;
        while (first < frames[0] && heard[2 * first] == 0) {
            first++;
        }
        for (int frame = 0; frame < 4800; frame++) {
            assertEquals(5 * (frame + 1) / 65_536f, heard[2 * (first + frame)], "left, frame " + frame);
            assertEquals(6 * (frame + 1) / 65_536f, heard[2 * (first + frame) + 1], "right, frame " + frame);
        }
    }

    @Test
    void aStarvingStreamCountsUnderflows() throws Exception {
        server.loadNullSink("spk");
        PlaybackStream player = linkedPlayer();
        player.write(new float[4800 * CHANNELS], 0, 4800, Seek.ON_READ, 0);
        long before = player.underflows();

        until("it starves", () -> player.underflows() > before);
    }

    @Test
    void theLoopAllocatesNothing() throws Exception {
        server.loadNullSink("spk");
        PlaybackStream player = linkedPlayer();
        RecordStream recorder = recorder();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StreamTiming timing = new StreamTiming();
        float[] in = new float[2 * 4096];
        float[] out = new float[CHANNELS * 4096];
        player.write(out, 0, 4096, Seek.ON_READ, 0);
        warm(player, recorder, timing, in);
        int turns = 400;
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int turn = 0; turn < turns; turn++) {
            pulse.iterate(5_000);
            int frames = recorder.read(in, 0, 4096);
            if (frames > 0) {
                player.write(out, 0, frames);
            }
            if (turn % 16 == 0) {
                player.requestTiming();
            }
            player.timing(timing);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        // An upcall (underflow) or a late compilation may cost some; a loop that allocates costs tens of kilobytes.
        assertTrue(bytes < turns * 16L, bytes + " bytes in " + turns + " turns");
    }

    /** Until the compiler has seen the loop: only compiled code is free of short-lived objects. */
    private void warm(PlaybackStream player, RecordStream recorder, StreamTiming timing, float[] in)
            throws PulseUnavailable {
        for (int turn = 0; turn < 20_000; turn++) {
            pulse.iterate(0);
            int frames = recorder.read(in, 0, 8);
            player.write(in, 0, Math.max(frames, 1), Seek.ON_READ, 480);
            player.timing(timing);
        }
    }

    @Test
    void aKilledServerIsToldAsGone() throws Exception {
        ProcessHandle.of(server.pids().getFirst()).orElseThrow().destroyForcibly();

        PulseUnavailable gone = assertThrows(PulseUnavailable.class, () -> until("it is gone", () -> false));
        assertTrue(gone.toString().contains("The audio server is gone"), gone::toString);
    }
}
