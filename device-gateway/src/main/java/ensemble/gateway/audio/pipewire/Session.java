package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.Meters;
import ensemble.gateway.audio.MixDesk;
import ensemble.gateway.audio.Mixer;
import ensemble.pulse.BufferAttributes;
import ensemble.pulse.PlaybackStream;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.Seek;
import ensemble.pulse.StreamSpec;
import ensemble.pulse.StreamState;
import ensemble.pulse.StreamTiming;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection's life on the audio thread: program in, mixer, primed buffer out. The playback stream has no prebuffer:
 * the server's clock never stops for it, frames that come too late are passed over, and so a late thread costs a gap but
 * never moves the through-delay. Recording and playing are two connections: pipewire-pulse sends no recorded sound to a
 * client for which anything else is still queued, which on one connection holds the program back by whole quanta.
 */
final class Session implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Pattern PIPEWIRE = Pattern.compile("PipeWire ([0-9][0-9.]*)");
    private static final int BLOCK = 1024;
    private static final int PIECE = 480;
    private static final long WAIT_MICROS = 10_000;
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(50).toNanos();

    /** A quantum that has left the server's buffer is one more turn away from the sinks. */
    private static final int GRAPH_FRAMES = 1024;

    /** Frames below which the level cannot be a primed one. */
    private static final int STARVED_FRAMES = 240;

    private static final int STARVED_LOOKS = 3;
    private static final int WARM_TURNS = 6_000;

    private final Mixer mixer;
    private final int outputs;
    private final Meters meters;
    private final Runnable news;
    private final int primed;
    private final PulseConnection playing;
    private final ProgramTap in;
    private final PlaybackStream out;
    private final float[] program = new float[2 * BLOCK];
    private final float[] mixed;
    private final StreamTiming timing = new StreamTiming();
    private final LevelServo servo = new LevelServo(200);
    private final LevelGauge gauge = new LevelGauge(Mixer.FRAMES_PER_SECOND);
    private boolean live;
    private boolean warm;
    private int starvedLooks;
    private long starvations;
    private long lastLook;
    private long lastTurn;
    private long longestGap;

    Session(PipeWireSettings settings, MixDesk desk, Meters meters, Runnable news) throws PulseUnavailable {
        this.mixer = desk.mixer();
        this.outputs = desk.outputs().size();
        this.meters = meters;
        this.news = news;
        this.primed = settings.primedMillis() * Mixer.FRAMES_PER_SECOND / 1000;
        this.mixed = new float[2 * outputs * BLOCK];
        BufferAttributes keep = BufferAttributes.record(PIECE, Mixer.FRAMES_PER_SECOND);
        BufferAttributes play = BufferAttributes.playback(primed, 0, PIECE, 4 * primed);
        this.in = new ProgramTap(
                PulseConnection.open(settings.server(), settings.recorder(), ANSWER_WITHIN),
                own(StreamSpec.stereo(settings.recorder(), keep)));
        this.playing = playing(settings);
        this.out = playing.playback(own(StreamSpec.aux(settings.name(), 2 * outputs, play)));
    }

    private PulseConnection playing(PipeWireSettings settings) throws PulseUnavailable {
        try {
            return PulseConnection.open(settings.server(), settings.name(), ANSWER_WITHIN);
        } catch (PulseUnavailable gone) {
            in.close();
            throw gone;
        }
    }

    private static StreamSpec own(StreamSpec spec) {
        return spec.unconnected().with("node.dont-reconnect", "true").with("media.role", "music");
    }

    /** {@code pipewire 0.3.65}; a PulseAudio that is none of PipeWire's keeps its own name. */
    String serverName() {
        Matcher pipewire = PIPEWIRE.matcher(in.serverName());
        return pipewire.find() ? "pipewire " + pipewire.group(1) : in.serverName();
    }

    /**
     * Plays until told to stop, or until the server is gone.
     *
     * @param fed whether a program is linked to the mixer
     */
    void run(BooleanSupplier stop, BooleanSupplier fed) throws PulseUnavailable {
        while (!stop.getAsBoolean()) {
            if (in.await(WAIT_MICROS, fed.getAsBoolean())) {
                live = false;
            }
            playing.iterate(0);
            long now = System.nanoTime();
            if (ready()) {
                turn(now);
            }
        }
    }

    private boolean ready() throws PulseUnavailable {
        StreamState state = out.state();
        if (state == StreamState.FAILED || state == StreamState.TERMINATED) {
            throw new PulseUnavailable("The audio server ended the stream " + out.name() + ".");
        }
        return state == StreamState.READY;
    }

    private void turn(long now) throws PulseUnavailable {
        if (!live) {
            if (in.flows()) {
                prime();
            }
            return;
        }
        longestGap = Math.max(longestGap, now - lastTurn);
        lastTurn = now;
        pump(now);
        // Only iterating sends what was written.
        playing.iterate(0);
        if (now - lastLook > LOOK_EVERY_NANOS && out.timingAnswered()) {
            lastLook = now;
            look(now);
            out.requestTiming();
            playing.iterate(0);
        }
    }

    /** Every call of the loop, until the compiler has seen it; what is written lies behind the primed buffer, and is silence. */
    private void warmUp() throws PulseUnavailable {
        Arrays.fill(mixed, 0);
        for (int turn = 0; turn < WARM_TURNS; turn++) {
            in.await(0, false);
            playing.iterate(0);
            in.read(program, 8, System.nanoTime());
            out.write(mixed, 0, 1, Seek.ON_READ, 2L * primed);
            out.timing(timing);
            meters.read(mixer, outputs, 0);
            if (turn % 16 == 0 && out.timingAnswered()) {
                out.requestTiming();
            }
        }
    }

    /** Puts the silence of the primed buffer exactly where the server will play next. */
    private void prime() throws PulseUnavailable {
        if (!warm) {
            warmUp();
            warm = true;
        }
        in.skip(System.nanoTime());
        mixer.startAnew();
        int left = primed;
        Arrays.fill(mixed, 0);
        while (left > 0) {
            int piece = Math.min(left, BLOCK);
            out.write(mixed, 0, piece, left == primed ? Seek.ON_READ : Seek.RELATIVE, 0);
            left -= piece;
        }
        live = true;
        lastTurn = System.nanoTime();
        gauge.primed(lastTurn, primed);
        servo.restart();
        starvations = out.underflows() + out.overflows();
        out.requestTiming();
    }

    private void pump(long now) throws PulseUnavailable {
        int frames = in.read(program, BLOCK, now);
        while (frames > 0) {
            mixer.program(program, 0, frames);
            render();
            frames = in.read(program, BLOCK, now);
        }
    }

    private void render() throws PulseUnavailable {
        int ready = Math.min(mixer.ready(), BLOCK);
        while (ready > 0) {
            mixer.render(mixed, 0, ready);
            out.write(mixed, 0, ready);
            gauge.wrote(ready);
            ready = Math.min(mixer.ready(), BLOCK);
        }
    }

    private void look(long now) {
        if (!out.timing(timing)) {
            return;
        }
        double level = gauge.level(now, timing.waitingFrames());
        if (gauge.known()) {
            hold(level);
        }
        long nowStarved = out.underflows() + out.overflows();
        meters.addXruns(nowStarved - starvations);
        starvations = nowStarved;
        meters.gap(longestGap / 1000);
        meters.buffer(level * 1000.0 / Mixer.FRAMES_PER_SECOND);
        if (meters.read(mixer, outputs, mixer.rendered() - (long) level - GRAPH_FRAMES)) {
            news.run();
        }
    }

    private void hold(double level) {
        starvedLooks = level < STARVED_FRAMES ? starvedLooks + 1 : 0;
        if (starvedLooks >= STARVED_LOOKS) {
            // The program stopped, or lost more than the buffer holds: prime again when it comes.
            starvedLooks = 0;
            live = false;
            return;
        }
        if (mixer.shifting()) {
            servo.forget();
            return;
        }
        int excess = servo.read(level);
        if (excess != 0) {
            mixer.shift(excess);
        }
    }

    @Override
    public void close() {
        playing.close();
        in.close();
    }
}
