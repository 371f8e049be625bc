package ensemble.gateway.audio;

import java.util.Arrays;

/** Lowers the whole program for a while. All but {@link #aim} belongs to the audio thread. */
final class Ducker {
    private static final int FRAMES = Mixer.FRAMES_PER_SECOND * 4 / 10;

    private final Fade fade = new Fade(FRAMES, 1);
    private volatile float wanted = 1;

    void aim(float factor) {
        wanted = factor;
    }

    void apply(float[] to, int atSample, int stride, int frames) {
        fade.head(wanted);
        if (fade.value() == 1 && !fade.moving()) {
            return;
        }
        for (int frame = 0; frame < frames; frame++) {
            float factor = fade.next();
            int from = atSample + frame * stride;
            if (factor == 0) {
                Arrays.fill(to, from, from + stride, 0);
            } else {
                for (int sample = from; sample < from + stride; sample++) {
                    to[sample] *= factor;
                }
            }
        }
    }
}
