package ensemble.house.room.pipewire;

import ensemble.house.room.RoomBlock;
import ensemble.house.room.RoomProcess;
import ensemble.pulse.BufferAttributes;
import ensemble.pulse.PlaybackStream;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseServer;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RealtimePriority;
import ensemble.pulse.RecordStream;
import ensemble.pulse.Seek;
import ensemble.pulse.StreamSpec;
import ensemble.pulse.StreamState;
import ensemble.pulse.StreamTiming;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The room's audio thread on the audio server: for every stretch captured, the room's time passes and as much program and
 * microphone is played. {@value #AHEAD_MILLIS} ms are played ahead, so that a pause of this process costs no sound: by so much is
 * the microphone late.
 */
final class PulsePump {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final long WAIT_MICROS = 100_000;
    private static final int PRIORITY = 30;
    static final int AHEAD_MILLIS = 500;
    private static final int AHEAD_FRAMES = 48 * AHEAD_MILLIS;

    /** The level is asked for at every so manieth look. */
    private static final int LOOKS = 4;

    private static final BufferAttributes PLAYED = BufferAttributes.playback(AHEAD_FRAMES, AHEAD_FRAMES, 480, 96_000);
    private static final BufferAttributes CAPTURED = BufferAttributes.record(256, 96_000);
    private static final int OUTPUTS = 3;

    private final PulseServer server;
    private final RoomProcess process;
    private final int speakers;
    private final float[] captured;
    private final float[] program = new float[2 * RoomBlock.MAX_FRAMES];
    private final float[] played = new float[OUTPUTS * RoomBlock.MAX_FRAMES];
    private final PaceWatch pace = new PaceWatch();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private volatile @Nullable String fault;
    private volatile long slips;
    private volatile long underruns;
    private final LevelWatch level = new LevelWatch(AHEAD_FRAMES);
    private final StreamTiming timing = new StreamTiming();
    private volatile boolean linked;
    private volatile boolean closed;
    private boolean settled;
    private boolean asked;
    private int looks;

    PulsePump(PulseServer server, RoomProcess process, int speakers) {
        this.server = server;
        this.process = process;
        this.speakers = speakers;
        this.captured = new float[(speakers + 2) * RoomBlock.MAX_FRAMES];
    }

    /** Completes with the server's name once samples flow, or with the reason why they never will. */
    CompletableFuture<String> ready() {
        return ready;
    }

    void run() {
        RealtimePriority priority = RealtimePriority.request(PRIORITY);
        if (priority instanceof RealtimePriority.Refused refused) {
            System.getLogger("ensemble.room")
                    .log(System.Logger.Level.INFO, "the room runs without real-time priority: " + refused.reason());
        }
        try (PulseConnection connection = PulseConnection.open(server, "ensemble room", CONNECT_WITHIN)) {
            RecordStream in = connection.record(
                    StreamSpec.aux(RoomGraph.CAPTURE, speakers + 2, CAPTURED).unconnected());
            PlaybackStream out = connection.playback(
                    StreamSpec.aux(RoomGraph.PLAY, OUTPUTS, PLAYED).unconnected());
            while (!closed && (in.state() != StreamState.READY || out.state() != StreamState.READY)) {
                connection.iterate(WAIT_MICROS);
            }
            prime(out, Seek.RELATIVE);
            ready.complete(connection.serverName());
            while (!closed) {
                connection.iterate(WAIT_MICROS);
                exchange(in, out);
            }
        } catch (PulseUnavailable gone) {
            fault = gone.getMessage();
            ready.completeExceptionally(gone);
        }
    }

    /** Everything is linked that sound has to pass. Any thread. */
    void linked() {
        linked = true;
    }

    private void prime(PlaybackStream out, Seek first) throws PulseUnavailable {
        Arrays.fill(played, 0);
        Seek seek = first;
        for (int left = AHEAD_FRAMES; left > 0; left -= RoomBlock.MAX_FRAMES) {
            out.write(played, 0, Math.min(left, RoomBlock.MAX_FRAMES), seek, 0);
            seek = Seek.RELATIVE;
        }
    }

    private void exchange(RecordStream in, PlaybackStream out) throws PulseUnavailable {
        int n = in.read(captured, 0, RoomBlock.MAX_FRAMES);
        while (n > 0) {
            RoomBlock block = process.block();
            long missing = pace.captured(n, System.nanoTime());
            slips = missing > 0 ? slips + 1 : slips;
            block.begin(n, missing);
            split(block, n);
            process.pass(block);
            play(out, n, block.mic);
            n = in.read(captured, 0, RoomBlock.MAX_FRAMES);
        }
        keepLevel(out);
        underruns = out.underflows();
    }

    private void keepLevel(PlaybackStream out) throws PulseUnavailable {
        boolean off = linked && !settled;
        if (asked && out.timingAnswered() && out.timing(timing)) {
            asked = false;
            off |= level.isOff(timing.waitingFrames());
        }
        if (off) {
            settled = true;
            asked = false;
            prime(out, Seek.ON_READ);
        } else if (settled && ++looks % LOOKS == 0 && out.timingAnswered()) {
            out.requestTiming();
            asked = true;
        }
    }

    private void split(RoomBlock block, int frames) {
        int width = speakers + 2;
        for (int i = 0; i < speakers; i++) {
            float[] sink = block.sinks[i];
            for (int k = 0; k < frames; k++) {
                sink[k] = 0.5f * captured[k * width + i];
            }
        }
        for (int k = 0; k < frames; k++) {
            block.program[2 * k] = captured[k * width + speakers];
            block.program[2 * k + 1] = captured[k * width + speakers + 1];
        }
    }

    private void play(PlaybackStream out, int frames, float[] mic) throws PulseUnavailable {
        process.nextProgram(program, frames);
        for (int k = 0; k < frames; k++) {
            played[OUTPUTS * k] = program[2 * k];
            played[OUTPUTS * k + 1] = program[2 * k + 1];
            played[OUTPUTS * k + 2] = mic[k];
        }
        out.write(played, 0, frames);
    }

    /** Why the thread ended; null while it runs. */
    @Nullable
    String fault() {
        return fault;
    }

    long slips() {
        return slips;
    }

    long underruns() {
        return underruns;
    }

    void end() {
        closed = true;
    }
}
