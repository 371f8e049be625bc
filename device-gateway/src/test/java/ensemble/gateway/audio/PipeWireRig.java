package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.audio.pipewire.PipeWireGraph;
import ensemble.gateway.audio.pipewire.PipeWireSettings;
import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The graph on a private PipeWire: null sinks for speakers, a player for the Echo, and one recorder that hears them all. */
final class PipeWireRig implements AudioRig {
    private static final String PROGRAM = "program";
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long DEAF_AFTER_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_NANOS = Duration.ofMillis(2).toNanos();

    private final Path directory;
    private final List<String> sinks;

    /** The recorder has 32 channels at most: two for the control, the rest for the first fifteen sinks. */
    private final List<String> heard;

    private final int quantum;
    private final Map<String, Integer> modules = new HashMap<>();
    private final PipeWireGraph graph;
    private ProgramPlayer player = new ProgramPlayer(PROGRAM);
    private final Ear ear;
    private PrivatePipeWire server;

    PipeWireRig(Path directory, int quantum, List<String> sinks) throws Exception {
        this.directory = directory;
        this.quantum = quantum;
        this.sinks = sinks;
        this.heard = sinks.subList(0, Math.min(sinks.size(), 15));
        this.server = boot();
        player.start(server.pulse(), "echo", 21);
        this.ear = listen();
        graph = new PipeWireGraph(PipeWireSettings.of(server.environment(), PROGRAM, sinks), () -> {});
    }

    /** PipeWire 0.3.65 was seen to make a record stream that is READY, linked and running, and never carries anything. */
    private Ear listen() {
        for (int tries = 0; tries < 5; tries++) {
            Ear fresh = new Ear(2 + 2 * heard.size());
            fresh.start(server.pulse(), "ear", 22);
            until(() -> "the recorder can be linked", () -> server.link(PROGRAM + ":monitor_FL", "ear:input_AUX0"));
            server.link(PROGRAM + ":monitor_FR", "ear:input_AUX1");
            heard.forEach(this::listenTo);
            long start = System.nanoTime();
            while (System.nanoTime() - start < DEAF_AFTER_NANOS) {
                if (fresh.hearing()) {
                    return fresh;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            System.out.println("the recorder is deaf, a new one is made");
            fresh.close();
        }
        throw new AssertionError("no recorder hears anything");
    }

    private PrivatePipeWire boot() {
        PipeWireStart start = PrivatePipeWire.start(PipeWireConfig.in(directory).quantum(quantum));
        if (!(start instanceof PipeWireStart.Started started)) {
            throw new AssertionError(start.toString());
        }
        PrivatePipeWire fresh = started.server();
        modules.put(PROGRAM, fresh.loadNullSink(PROGRAM));
        sinks.forEach(sink -> modules.put(sink, fresh.loadNullSink(sink)));
        return fresh;
    }

    private void listenTo(String sink) {
        int channel = 2 + 2 * heard.indexOf(sink);
        until(() -> "link left of " + sink, () -> server.link(sink + ":monitor_FL", "ear:input_AUX" + channel));
        until(() -> "link right of " + sink, () -> server.link(sink + ":monitor_FR", "ear:input_AUX" + (channel + 1)));
    }

    private static void until(Supplier<String> what, BooleanSupplier holds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < PATIENCE_NANOS, () -> "waited too long until " + what.get());
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    PrivatePipeWire server() {
        return server;
    }

    /** The Echo comes back, playing something. */
    void program(Program next) {
        modules.put(PROGRAM, server.loadNullSink(PROGRAM));
        player = new ProgramPlayer(PROGRAM);
        player.start(server.pulse(), "echo", 21);
        player.play(next);
    }

    /** The Echo goes away. */
    void noProgram() {
        player.close();
        server.unload(modules.remove(PROGRAM));
    }

    /** Kills every process of the server, as a crash would. */
    void killServer() {
        server.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        server.close();
    }

    /** Starts a new server in the same place. */
    void restartServer() {
        server = boot();
    }

    @Override
    public PipeWireGraph graph() {
        return graph;
    }

    @Override
    public void play(Program program) {
        player.play(program);
        // Until the new program is what sinks and recorder hear, half a second of the old one is under way.
        record(Program.RATE / 2, Script.NOTHING);
    }

    @Override
    public void await(String what, Predicate<GraphSnapshot> suits) {
        until(() -> what + "; it is " + graph.snapshot(), () -> suits.test(graph.snapshot()));
    }

    @Override
    public boolean catchingUp() {
        return graph.catchingUp();
    }

    @Override
    public Take record(int frames, Script meanwhile) {
        ear.begin(frames);
        until(() -> "the recording is complete", () -> {
            try {
                meanwhile.at(ear.frames());
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            return ear.frames() == frames;
        });
        float[] all = ear.samples();
        Map<String, float[][]> speakers = new LinkedHashMap<>();
        for (int sink = 0; sink < heard.size(); sink++) {
            speakers.put(heard.get(sink), channels(all, 2 + 2 * sink));
        }
        return new Take(channels(all, 0), speakers);
    }

    private float[][] channels(float[] all, int first) {
        int stride = 2 + 2 * heard.size();
        float[][] pair = new float[2][all.length / stride];
        for (int frame = 0; frame < pair[0].length; frame++) {
            pair[0][frame] = all[frame * stride + first];
            pair[1][frame] = all[frame * stride + first + 1];
        }
        return pair;
    }

    @Override
    public void present(String sink, boolean there) {
        if (there) {
            modules.put(sink, server.loadNullSink(sink));
            listenTo(sink);
        } else {
            server.unload(modules.remove(sink));
        }
    }

    @Override
    public int recorderLagFrames() {
        return quantum + 480;
    }

    @Override
    public void close() {
        graph.close();
        player.close();
        ear.close();
        server.close();
    }
}
