package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.audio.inprocess.InProcessGraph;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The in-process graph, moved by its test. */
final class VirtualTimeRig implements AudioRig {
    private static final int BLOCK = 480;
    private static final int PATIENCE_BLOCKS = 1000;

    private final List<String> sinks;
    private final InProcessGraph graph;
    private Program program = Program.tones(0, 0);
    private long frame;

    VirtualTimeRig(List<String> sinks) {
        this.sinks = sinks;
        graph = new InProcessGraph(sinks, () -> {});
    }

    @Override
    public AudioGraph graph() {
        return graph;
    }

    @Override
    public void play(Program next) {
        program = next;
    }

    @Override
    public void await(String what, Predicate<GraphSnapshot> suits) {
        for (int block = 0; !suits.test(graph.snapshot()); block++) {
            assertTrue(block < PATIENCE_BLOCKS, "waited too long until " + what);
            graph.advance(next());
        }
    }

    private float[] next() {
        float[] block = new float[2 * BLOCK];
        program.fill(frame, block, BLOCK);
        frame += BLOCK;
        return block;
    }

    @Override
    public Take record(int frames, Script meanwhile) throws Exception {
        Recording recording = new Recording(sinks, frames);
        while (recording.room() > 0) {
            float[] block = next();
            Map<String, float[]> heard = graph.advance(block);
            recording.add(block, heard, Math.min(BLOCK, recording.room()));
            meanwhile.at(recording.frames());
        }
        return recording.take();
    }

    @Override
    public void present(String sink, boolean there) {
        graph.present(sink, there);
    }

    @Override
    public int recorderLagFrames() {
        return 0;
    }

    @Override
    public void close() {
        graph.close();
    }
}
