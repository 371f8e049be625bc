package ensemble.sync.simulation;

import ensemble.sync.dsp.Resampler;
import java.util.Arrays;

/** A cheap microphone: its own clock, 90 Hz to 16 kHz, perhaps an automatic gain, a limit, 16 bits. */
final class MicrophoneModel {
    private static final double RATE = 48_000;
    private static final double PEAK = 0.5;
    private static final int STEP = 64;

    private MicrophoneModel() {}

    static float[] hear(double[] air, Circumstances how) {
        float[] floats = new float[air.length];
        for (int i = 0; i < air.length; i++) {
            floats[i] = (float) air[i];
        }
        double step = RATE / how.rate() / (1 + how.micPpm() * 1e-6);
        float[] clocked = step == 1 ? floats : new Resampler(step).resample(floats);
        double[] out = new double[clocked.length];
        Arrays.setAll(out, i -> clocked[i]);
        if (how.rate() == 48_000) {
            out = Biquad.apply(Biquad.butterworth(2, 90, true), out);
            out = Biquad.apply(Biquad.butterworth(2, 16_000, false), out);
        }
        scale(out, PEAK);
        if (how.automaticGain()) {
            out = automaticGain(out);
        }
        if (how.overdrive() > 0) {
            scale(out, how.overdrive());
        }
        return stored(lost(out, how.lostFrames()));
    }

    private static void scale(double[] x, double peak) {
        double most = 1e-9;
        for (double v : x) {
            most = Math.max(most, Math.abs(v));
        }
        for (int i = 0; i < x.length; i++) {
            x[i] *= peak / most;
        }
    }

    /** As browsers do: quick to turn down, slow to turn up. */
    private static double[] automaticGain(double[] x) {
        double target = 0.15;
        double fast = Math.exp(-STEP / RATE / 0.02);
        double slow = Math.exp(-STEP / RATE / 0.6);
        double level = target;
        double before = 1;
        double[] out = x.clone();
        for (int block = 0; block + STEP <= x.length; block += STEP) {
            double energy = 1e-12;
            for (int i = 0; i < STEP; i++) {
                energy += x[block + i] * x[block + i] / STEP;
            }
            double now = Math.sqrt(energy);
            double keep = now > level ? fast : slow;
            level = keep * level + (1 - keep) * now;
            double gain = Math.min(8, target / Math.max(level, 1e-4));
            for (int i = 0; i < STEP; i++) {
                out[block + i] = x[block + i] * (before + (gain - before) * i / STEP);
            }
            before = gain;
        }
        return out;
    }

    private static double[] lost(double[] x, int frames) {
        if (frames == 0) {
            return x;
        }
        double[] out = Arrays.copyOf(x, x.length - frames);
        int half = x.length / 2;
        System.arraycopy(x, half + frames, out, half, x.length - frames - half);
        return out;
    }

    private static float[] stored(double[] x) {
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (float) (Math.rint(Math.clamp(x[i], -1.0, 1.0) * 32768) / 32768);
        }
        return out;
    }
}
