package ensemble.sync.estimate;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Deconvolver;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/**
 * The response over all of the sweep's band, as far as it can be told from noise, and the powers of its direct sound
 * from 560 Hz to 13.5 kHz. A bounce is told from a speaker's own colour mostly by what it does above 8 kHz.
 */
final class ColourMeter {
    static final int BINS = 70;

    private static final int FIRST = 3;
    private static final int RATE = Sweep.RATE;
    private static final int WIDTH = DirectSound.BEFORE + DirectSound.LONG;
    private static final double[][] COS = turns(true);
    private static final double[][] SIN = turns(false);

    private final Deconvolver deconvolver;
    private final double[] flat;

    ColourMeter(int length) {
        deconvolver = new Deconvolver(Sweep.samples(), length, RATE, new Band(500, 12_500), 1e-2);
        double[] later = new double[WIDTH + Sweep.frames()];
        System.arraycopy(Sweep.samples(), 0, later, WIDTH, Sweep.frames());
        flat = powers(deconvolver.real(later), WIDTH);
    }

    static double hertz(int bin) {
        return (FIRST + bin) * DirectSound.SPACING;
    }

    double[] response(double[] segment) {
        return deconvolver.real(segment);
    }

    /** The direct sound's powers, over what a flat speaker's would be. */
    double[] colour(double[] response, int pick, double gain) {
        double[] powers = powers(response, pick);
        Arrays.setAll(powers, b -> powers[b] / flat[b] / (gain * gain));
        return powers;
    }

    /** What noise alone makes of the same, on average over a stretch of the response. */
    double[] noise(double[] response, int from, int to, double gain) {
        double[] sum = new double[BINS];
        int count = (to - from) / WIDTH;
        for (int k = 0; k < count; k++) {
            double[] one = colour(response, from + k * WIDTH + DirectSound.BEFORE, gain);
            Arrays.setAll(sum, b -> sum[b] + one[b] / count);
        }
        return sum;
    }

    private static double[] powers(double[] response, int pick) {
        double[] cut = DirectSound.cut(response, pick, DirectSound.LONG);
        double[] powers = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < WIDTH; i++) {
                re += cut[i] * COS[b][i];
                im += cut[i] * SIN[b][i];
            }
            powers[b] = re * re + im * im;
        }
        return powers;
    }

    private static double[][] turns(boolean cosine) {
        double[][] table = new double[BINS][WIDTH];
        for (int b = 0; b < BINS; b++) {
            for (int i = 0; i < WIDTH; i++) {
                double angle = 2 * Math.PI * hertz(b) * i / RATE;
                table[b][i] = cosine ? Math.cos(angle) : Math.sin(angle);
            }
        }
        return table;
    }
}
