package ensemble.house.simulation;

import ensemble.contract.value.Gain;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.audio.inprocess.InProcessGraph;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * The real mixer between the hub and the room. Sound is worked out only while it changes: between changes every block would
 * be like the one before. What is heard is judged by the samples.
 */
final class Sound implements AudioGraph {
    private static final long BLOCK_MILLIS = 20;
    private static final int BLOCK_FRAMES = 960;
    private static final int RESTLESS_BLOCKS = 3;
    private static final float AUDIBLE = 1e-3f;
    /** A millisecond: too short for a ramp that only begins to count as sound. */
    private static final int PROBE_FRAMES = 48;

    private static final float RAMPED_UP = 0.05f;
    private static final float[] TONE = tone(BLOCK_FRAMES);
    private static final float[] PROBE = tone(PROBE_FRAMES);

    private final VirtualTime time;
    private final Room room;
    private final Runnable wake;
    private final Set<Planted> planted;
    private final InProcessGraph graph;
    private final Set<String> heard = new TreeSet<>();
    private boolean closed;
    private int restless;
    private boolean ticking;
    private long ticket;

    Sound(VirtualTime time, Room room, Set<Planted> planted, Runnable wake) {
        this.time = time;
        this.room = room;
        this.planted = planted;
        this.wake = wake;
        this.graph = new InProcessGraph(Home.SPEAKERS, wake);
        roomChanged();
    }

    private static float[] tone(int frames) {
        float[] tone = new float[2 * frames];
        for (int frame = 0; frame < frames; frame++) {
            float sample = (float) (0.5 * Math.sin(2 * Math.PI * frame / 48));
            tone[2 * frame] = sample;
            tone[2 * frame + 1] = sample;
        }
        return tone;
    }

    void roomChanged() {
        Home.SPEAKERS.forEach(name -> graph.present(name, room.present.contains(name)));
        stir();
        wake.run();
    }

    @Override
    public long apply(Mix mix) {
        ticket = graph.apply(mix);
        stir();
        return ticket;
    }

    private void stir() {
        restless = RESTLESS_BLOCKS;
        if (!ticking) {
            ticking = true;
            time.in(BLOCK_MILLIS, this::tick);
        }
    }

    private void tick() {
        ticking = false;
        if (closed) {
            return;
        }
        play(TONE, AUDIBLE);
        if (restless > 0 || (room.serverUp && graph.snapshot().carried() < ticket)) {
            restless--;
            ticking = true;
            time.in(BLOCK_MILLIS, this::tick);
        }
    }

    private boolean wasUp = true;

    private void play(float[] program, float audible) {
        remember();
        heard.clear();
        if (room.serverUp && !wasUp) {
            graph.restart();
        }
        wasUp = room.serverUp;
        if (room.serverUp) {
            graph.advance(program).forEach((sink, samples) -> {
                if (isLoud(samples, audible)) {
                    heard.add(sink);
                }
            });
        }
        remember();
    }

    /** By the end of the block, when every ramp that began in it is under way. */
    private static boolean isLoud(float[] samples, float audible) {
        float peak = 0;
        for (int at = samples.length / 2; at < samples.length; at++) {
            peak = Math.max(peak, Math.abs(samples[at]));
        }
        return peak > audible;
    }

    /** What is heard goes on being heard until the next block. */
    void remember() {
        heard.forEach(sink -> room.lastHeard.put(sink, time.elapsed()));
    }

    /** The sinks that get sound at this very moment. */
    Set<String> heardNow() {
        if (closed) {
            return Set.of();
        }
        play(PROBE, RAMPED_UP);
        return new TreeSet<>(heard);
    }

    @Override
    public long insert(Insert insert) {
        return graph.insert(insert);
    }

    @Override
    public OptionalLong began(long insert) {
        return graph.began(insert);
    }

    @Override
    public void duck(Gain gain) {
        graph.duck(gain);
    }

    @Override
    public Marks mark(List<String> nodes) {
        return graph.mark(nodes);
    }

    @Override
    public void unmark() {
        graph.unmark();
    }

    @Override
    public GraphSnapshot snapshot() {
        GraphSnapshot now = graph.snapshot();
        boolean hides = planted.contains(Planted.ABSENT_SPEAKERS_COUNT_AS_THERE);
        return new GraphSnapshot(
                room.serverUp ? now.state() : new GraphState.Down("The audio server is gone."),
                now.sinks().stream()
                        .map(sink -> new SinkSnapshot(
                                sink.node(),
                                hides || (sink.present() && room.serverUp),
                                hides || (sink.linked() && room.serverUp),
                                sink.sounding()))
                        .toList(),
                planted.contains(Planted.ANSWERS_BEFORE_CARRIED) ? ticket : now.carried(),
                now.xruns(),
                now.longestGapMicros(),
                now.bufferMillis(),
                now.program(),
                now.programSounding(),
                now.inserted());
    }

    @Override
    public void close() {
        remember();
        closed = true;
        heard.clear();
    }
}
