package ensemble.house.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A pulse a second, so smooth that where its top lies between two samples can be told: the logarithm of a Gaussian is a
 * parabola, and three samples of a parabola give its top exactly.
 */
final class Pulses {
    static final int RATE = 48_000;
    private static final double SIGMA_FRAMES = 5;
    private static final float LEAST = 0.05f;

    private Pulses() {}

    /** One second, mono. */
    static float[] second() {
        float[] samples = new float[RATE];
        for (int frame = 0; frame < samples.length; frame++) {
            double away = (frame - RATE / 2.0) / SIGMA_FRAMES;
            samples[frame] = (float) (0.8 * Math.exp(-away * away / 2));
        }
        return samples;
    }

    /** Where the pulses' tops are, in frames from the beginning, first to last. */
    static List<Double> tops(float[] samples, int length) {
        List<Double> tops = new ArrayList<>();
        int frame = 1;
        while (frame < length - 1) {
            if (samples[frame] > LEAST && samples[frame] >= samples[frame - 1] && samples[frame] > samples[frame + 1]) {
                tops.add(frame + top(samples[frame - 1], samples[frame], samples[frame + 1]));
                frame += RATE / 4;
            }
            frame++;
        }
        return tops;
    }

    private static double top(float before, float at, float after) {
        double a = Math.log(Math.max(before, 1e-9));
        double b = Math.log(at);
        double c = Math.log(Math.max(after, 1e-9));
        double bend = a - 2 * b + c;
        return bend == 0 ? 0 : 0.5 * (a - c) / bend;
    }

    /** For each of {@code times}, the nearest of {@code others} less it, seconds; NaN where none is within half a second. */
    static List<Double> offsets(List<Double> times, List<Double> others) {
        List<Double> offsets = new ArrayList<>();
        for (double time : times) {
            double nearest = Double.NaN;
            for (double other : others) {
                double offset = other - time;
                if (Math.abs(offset) < 0.5 && !(Math.abs(offset) >= Math.abs(nearest))) {
                    nearest = offset;
                }
            }
            offsets.add(nearest);
        }
        return offsets;
    }
}
