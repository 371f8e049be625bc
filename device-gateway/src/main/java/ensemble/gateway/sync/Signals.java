package ensemble.gateway.sync;

import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Insert.Cue;
import ensemble.gateway.audio.Microphone;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is played to measure. The waves are shared between all cues, so that a probe costs the box little memory. */
final class Signals {
    /** From the start of the warm-up insert to its noise: long enough to hear the room without the program. */
    static final double HUSH_SECONDS = 1.5;

    static final double BURST_SECONDS = 1;

    private Signals() {}

    /** Wakes every speaker, and tells how loud they are heard. */
    static Insert warmUp(List<Part> parts) {
        float[] noise = Probe.warmUp();
        Map<String, List<Cue>> cues = new LinkedHashMap<>();
        int start = (int) (HUSH_SECONDS * Microphone.RATE);
        for (Part part : parts) {
            cues.put(part.node(), List.of(new Cue(start, 1, noise), new Cue(start + noise.length, 1, noise)));
        }
        return new Insert(cues, start + 2 * noise.length);
    }

    /** @param gain factor on the probe's own level */
    static Insert probe(Probe probe, List<Part> parts, double gain) {
        float[] noise = Probe.warmUp();
        double[] exact = Sweep.samples();
        float[] sweep = new float[exact.length];
        for (int i = 0; i < sweep.length; i++) {
            sweep[i] = (float) exact[i];
        }
        Map<String, List<Cue>> cues = new LinkedHashMap<>();
        int longest = 0;
        for (int i = 0; i < parts.size(); i++) {
            int delay = parts.get(i).delayFrames();
            longest = Math.max(longest, delay);
            List<Cue> own = new ArrayList<>();
            own.add(new Cue(delay, (float) gain, noise));
            for (Slot slot : probe.slotsOf(i)) {
                own.add(new Cue(slot.start() + delay, (float) (Probe.PEAK * slot.gain() * gain), sweep));
            }
            cues.put(parts.get(i).node(), own);
        }
        return new Insert(cues, probe.frames() + longest);
    }
}
