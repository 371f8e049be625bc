package ensemble.sync.stereo;

import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/**
 * The test file for any two speakers: the probe of two, left then right. With the tone there follow ten seconds of
 * short bursts of 1 kHz on both sides at once, each beginning at its crest, for an oscilloscope.
 */
public final class StereoSignal {
    private static final int PAUSE = Sweep.RATE;
    private static final int BURST = Sweep.RATE / 10;
    private static final int EVERY = Sweep.RATE / 2;
    private static final int BURSTS = 20;
    private static final double TONE_HERTZ = 1000;

    private StereoSignal() {}

    /** The probe that it holds: speaker 0 = left. */
    public static Probe probe() {
        return Probe.of(2);
    }

    /** Left and right at 48 kHz. */
    public static float[][] channels(boolean tone) {
        Probe probe = probe();
        return new float[][] {with(probe.channel(0), tone), with(probe.channel(1), tone)};
    }

    private static float[] with(float[] sweeps, boolean tone) {
        if (!tone) {
            return sweeps;
        }
        int from = sweeps.length + PAUSE;
        float[] out = Arrays.copyOf(sweeps, from + BURSTS * EVERY);
        for (int burst = 0; burst < BURSTS; burst++) {
            for (int i = 0; i < BURST; i++) {
                double value = Probe.PEAK * Math.cos(2 * Math.PI * TONE_HERTZ * i / Sweep.RATE);
                out[from + burst * EVERY + i] = (float) value;
            }
        }
        return out;
    }
}
