package ensemble.gateway.audio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A take in the making: the control and every sink, block by block. */
final class Recording {
    private final float[][] control;
    private final Map<String, float[][]> sinks = new LinkedHashMap<>();
    private int frames;

    Recording(List<String> names, int length) {
        control = new float[2][length];
        names.forEach(name -> sinks.put(name, new float[2][length]));
    }

    int frames() {
        return frames;
    }

    int room() {
        return control[0].length - frames;
    }

    /** Adds one block; a sink that is not among {@code heard} was silent. */
    void add(float[] program, Map<String, float[]> heard, int count) {
        put(control, program, count);
        heard.forEach((sink, stereo) -> {
            float[][] to = sinks.get(sink);
            if (to != null) {
                put(to, stereo, count);
            }
        });
        frames += count;
    }

    private void put(float[][] to, float[] stereo, int count) {
        for (int frame = 0; frame < count; frame++) {
            to[0][frames + frame] = stereo[2 * frame];
            to[1][frames + frame] = stereo[2 * frame + 1];
        }
    }

    Take take() {
        return new Take(control, sinks);
    }
}
