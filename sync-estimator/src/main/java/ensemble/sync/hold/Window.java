package ensemble.sync.hold;

import ensemble.sync.probe.Sweep;

/**
 * What was played and what was heard in one stretch of time, both from the same moment on, at {@link Sweep#RATE}.
 * Fifteen seconds are usual.
 *
 * @param position of the program's first frame, as {@link MarkGenerator} counts
 * @param program what the speakers were sent without marks, one or two channels, as loud as it was played; each
 *     speaker plays one or a mixture of them
 * @param marked mono, what the marks were made from
 * @param heard the microphone, gapless
 * @param micPpm how fast the microphone's clock runs, as last measured
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
public record Window(long position, float[][] program, float[] marked, float[] heard, double micPpm) {
    public Window {
        if (marked.length != heard.length || program[0].length != heard.length) {
            throw new IllegalArgumentException("what is played and heard in a window is equally long");
        }
    }

    /** Of a stereo program what marks are made from: half of either side. */
    public static float[] mono(float[][] program) {
        float[] out = new float[program[0].length];
        for (int i = 0; i < out.length; i++) {
            out[i] = 0.5f * (program[0][i] + program[1][i]);
        }
        return out;
    }

    public double seconds() {
        return heard.length / (double) Sweep.RATE;
    }
}
