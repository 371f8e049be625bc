package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.gateway.act.Task;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.inprocess.InProcessGraph;
import ensemble.gateway.store.StateFile;
import ensemble.gateway.sync.analysis.Analyzer;
import ensemble.gateway.time.Clocks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A box with a microphone before its speakers; time passes while the microphone listens, and only then. */
final class Studio implements Microphone {
    private static final int BLOCK = 480;
    private static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

    final InProcessGraph graph;
    final SyncDesk desk;
    final List<ObjectNode> shown = new ArrayList<>();

    /** Frames by speaker, their gains, and what befalls the next takes. */
    final Map<String, Integer> latencyFrames = new HashMap<>();

    final Map<String, Double> gains = new HashMap<>();
    final Map<String, Double> ppm = new HashMap<>();
    final Deque<Integer> gapsOfTakes = new ArrayDeque<>();
    boolean blocked;
    OptionalDouble before = OptionalDouble.of(0);
    Ear ear = Ear.own(this);
    double noise = 1e-4;

    /** Fills a block of program, and what happens after every block that is followed. */
    Consumer<float[]> music = block -> {};

    Runnable everyBlock = () -> {};

    private final Calibrator calibrator;
    private final HouseConfig house;
    private final Random random = new Random(42);
    private final Map<String, float[]> past = new HashMap<>();
    private long frame;
    private long tickets;

    Studio(Path state, String... speakers) {
        graph = new InProcessGraph(
                Arrays.stream(speakers).map(id -> "spk." + id).toList(), () -> {});
        SortedMap<OutputId, String> nodes = new TreeMap<>();
        List<SpeakerConfig> list = new ArrayList<>();
        SortedMap<SpeakerId, Member> members = new TreeMap<>();
        for (String id : speakers) {
            nodes.put(new OutputId(id), "spk." + id);
            list.add(new SpeakerConfig(new SpeakerId(id), new Name(id), new OutputId(id)));
            members.put(new SpeakerId(id), Member.plain(Role.STEREO));
            latencyFrames.put(id, 9600);
            gains.put(id, 0.5);
            past.put("spk." + id, new float[1 << 16]);
        }
        List<GroupConfig> groups = new ArrayList<>();
        groups.add(new GroupConfig(new GroupId("all"), new Name("All"), members, SyncTier.TIGHT));
        groups.add(new GroupConfig(
                new GroupId("two"),
                new Name("Two"),
                new TreeMap<>(members.headMap(list.get(2).id())),
                SyncTier.TIGHT));
        house = new HouseConfig(1, list, groups);
        desk = new SyncDesk(nodes, new StateFile(state), true, START);
        calibrator = new Calibrator(
                desk,
                graph,
                group -> Optional.of(ear),
                Analyzer::analyze,
                new Clocks(this::now, () -> frame * 1_000_000_000L / RATE),
                Runnable::run,
                () -> {},
                shown::add);
    }

    Instant now() {
        return START.plusNanos(frame * 1_000_000_000L / RATE);
    }

    void look() {
        desk.see(house, graph.snapshot());
    }

    TicketEcho linesUp(String group) {
        return does(Act.LINE_UP, group);
    }

    TicketEcho linesUpAlso(String group) {
        return does(Act.LINE_UP_ALSO, group);
    }

    private TicketEcho does(Act act, String group) {
        look();
        calibrator.begin(new Task(++tickets, act, group));
        look();
        return calibrator.state(tickets).orElseThrow();
    }

    GroupSync group(String id) {
        return Objects.requireNonNull(desk.report(house, now()).groups().get(new GroupId(id)));
    }

    /** What another desk says of this house. */
    GroupSync group(SyncDesk other, String id) {
        other.see(house, graph.snapshot());
        return Objects.requireNonNull(other.report(house, now()).groups().get(new GroupId(id)));
    }

    ObjectNode result() {
        return (ObjectNode) shown.getLast().path("result");
    }

    /** When a speaker is heard under the correction in force, frames. */
    double arrival(String id) {
        return latencyFrames.getOrDefault(id, 0)
                + desk.correction(new OutputId(id)).orElseThrow().delay().frames(RATE);
    }

    /** Its link goes away, or comes back. */
    void leaves(String id) {
        graph.present("spk." + id, false);
        look();
    }

    void returns(String id) {
        graph.present("spk." + id, true);
        look();
    }

    @Override
    public Hearing listen(Runnable listening, double seconds) {
        listening.run();
        float[] heard = new float[(int) (seconds * RATE)];
        for (int at = 0; at + BLOCK <= heard.length; at += BLOCK) {
            passes(heard, at);
        }
        boolean isTake = seconds > 10;
        return new Hearing(heard, isTake && !gapsOfTakes.isEmpty() ? gapsOfTakes.pop() : 0, before);
    }

    @Override
    public void follow(Follower follower) {
        float[] block = new float[BLOCK];
        boolean whole = true;
        do {
            java.util.Arrays.fill(block, 0);
            passes(block, 0);
            everyBlock.run();
        } while (follower.heard(block, BLOCK, whole));
    }

    /** A block of time. */
    private void passes(float[] heard, int at) {
        float[] program = new float[2 * BLOCK];
        music.accept(program);
        Map<String, float[]> played = graph.advance(program);
        for (Map.Entry<String, float[]> sink : played.entrySet()) {
            hear(sink.getKey(), sink.getValue(), heard, at);
        }
        for (int i = 0; i < BLOCK; i++) {
            heard[at + i] += (float) (noise * random.nextGaussian());
        }
        frame += BLOCK;
    }

    /** From now on its clock is off by so much. */
    void drifts(String id, double ppmFromNow) {
        ppm.put(id, ppmFromNow);
        latencyFrames.merge(id, -(int) Math.round(ppmFromNow * 1e-6 * frame), Integer::sum);
    }

    /** Frames by which a speaker is late now: what it was set to, and what its clock made of it since. */
    double latency(String id) {
        return latencyFrames.getOrDefault(id, 0) + ppm.getOrDefault(id, 0.0) * 1e-6 * frame;
    }

    /** After how many microseconds a speaker is heard of what enters the mixer now, under the correction in force. */
    double heardAfterMicros(String id) {
        Correction in = desk.correction(new OutputId(id)).orElseThrow();
        double since = java.time.Duration.between(desk.correctedAt(), now()).toMillis() * 1e-3;
        double delay = (in.delay().micros() + in.delayPpm() * since) * RATE * 1e-6;
        double rate = ppm.getOrDefault(id, 0.0) * 1e-6;
        return (delay + latency(id) + rate * (delay + latency(id))) * 1e6 / RATE;
    }

    private void hear(String node, float[] stereo, float[] heard, int at) {
        String id = node.substring("spk.".length());
        float[] ring = Objects.requireNonNull(past.get(node));
        double late = latency(id);
        double slope = ppm.getOrDefault(id, 0.0) * 1e-6;
        for (int i = 0; i < BLOCK; i++) {
            ring[(int) (frame + i & ring.length - 1)] = stereo[2 * i];
            double from = frame + i - late - slope * i;
            long whole = (long) Math.floor(from);
            double part = from - whole;
            double sample = (1 - part) * ring[(int) (whole & ring.length - 1)]
                    + part * ring[(int) (whole + 1 & ring.length - 1)];
            heard[at + i] += blocked ? 0 : (float) (gains.getOrDefault(id, 0.0) * sample);
        }
    }
}
