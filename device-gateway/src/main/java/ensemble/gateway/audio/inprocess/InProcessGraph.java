package ensemble.gateway.audio.inprocess;

import ensemble.contract.value.Gain;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Meters;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.MixDesk;
import ensemble.gateway.audio.Mixer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The graph in virtual time: it moves when {@link #advance} is called, and only then. Safe to use from any thread. */
public final class InProcessGraph implements AudioGraph {
    /** What {@link GraphState.Running} says for every graph of this package. */
    public static final String SERVER = "in-process";

    /** The program is always there, if only as silence. */
    static final Optional<String> FED = Optional.of("echo");

    private final MixDesk desk;
    private final Runnable wake;
    private final Meters meters = new Meters();
    private final Set<String> present;

    /**
     * @param sinks the outputs, all present at first
     * @param wake called when something in the snapshot changed
     */
    public InProcessGraph(List<String> sinks, Runnable wake) {
        this.desk = new MixDesk(sinks);
        this.wake = wake;
        this.present = new HashSet<>(sinks);
    }

    @Override
    public long apply(Mix mix) {
        return desk.apply(mix);
    }

    @Override
    public long insert(Insert insert) {
        return desk.insert(insert);
    }

    @Override
    public OptionalLong began(long insert) {
        return desk.began(insert);
    }

    @Override
    public void duck(Gain gain) {
        desk.duck(gain);
    }

    @Override
    public Marks mark(List<String> nodes) {
        return desk.mark(nodes);
    }

    @Override
    public void unmark() {
        desk.unmark();
    }

    /**
     * Plays one block.
     *
     * @param program interleaved stereo, any number of frames
     * @return what each present sink gets: interleaved stereo, as many frames
     */
    public Map<String, float[]> advance(float[] program) {
        Map<String, float[]> heard = new LinkedHashMap<>();
        boolean changed;
        synchronized (this) {
            Mixer mixer = desk.mixer();
            int frames = program.length / 2;
            int outputs = desk.outputs().size();
            float[] block = new float[frames * 2 * outputs];
            mixer.program(program, 0, frames);
            mixer.render(block, 0, frames);
            for (int output = 0; output < outputs; output++) {
                if (present.contains(desk.outputs().get(output))) {
                    heard.put(desk.outputs().get(output), pair(block, output, outputs, frames));
                }
            }
            changed = meters.read(mixer, outputs, mixer.rendered());
        }
        if (changed) {
            wake.run();
        }
        return heard;
    }

    static float[] pair(float[] block, int output, int outputs, int frames) {
        float[] stereo = new float[2 * frames];
        for (int frame = 0; frame < frames; frame++) {
            int at = 2 * (frame * outputs + output);
            stereo[2 * frame] = block[at];
            stereo[2 * frame + 1] = block[at + 1];
        }
        return stereo;
    }

    /** Takes a sink away or brings it back. */
    public void present(String sink, boolean there) {
        synchronized (this) {
            if (there) {
                present.add(sink);
            } else {
                present.remove(sink);
            }
        }
        wake.run();
    }

    @Override
    public synchronized GraphSnapshot snapshot() {
        return meters.snapshot(
                new GraphState.Running(SERVER), FED, desk.sinks(this::isPresent, this::isPresent, meters::sounding));
    }

    /** As after the audio server was away: what was wished meanwhile stands at once. */
    public synchronized void restart() {
        desk.mixer().startAnew();
    }

    private boolean isPresent(String sink) {
        return present.contains(sink) && desk.outputs().contains(sink);
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
