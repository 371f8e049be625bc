package ensemble.sync.simulation;

import ensemble.sync.dsp.Fft;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** What else a microphone hears; every kind comes at an RMS of 1. */
public enum Noise {
    PINK,
    /** Three voices, now and then a knock on the table. */
    BABBLE,
    /** Gusts on a microphone outdoors. */
    WIND;

    private static final double RATE = 48_000;

    double[] make(RandomGenerator random, int length) {
        return switch (this) {
            case PINK -> normalised(shaped(random, length, f -> 1 / Math.sqrt(f)));
            case BABBLE -> babble(random, length);
            case WIND -> wind(random, length);
        };
    }

    static double[] white(RandomGenerator random, int length) {
        double[] out = new double[length];
        Arrays.setAll(out, i -> random.nextGaussian());
        return out;
    }

    private static double[] shaped(RandomGenerator random, int length, DoubleUnaryOperator gain) {
        Fft fft = new Fft(Fft.lengthFor(length));
        double[] packed = fft.spectrum(white(random, length));
        packed[0] = 0;
        packed[1] = 0;
        for (int k = 1; k < packed.length / 2; k++) {
            double g = gain.applyAsDouble(Math.max(20, k * RATE / packed.length));
            packed[2 * k] *= g;
            packed[2 * k + 1] *= g;
        }
        return Arrays.copyOf(fft.samples(packed), length);
    }

    private static double[] babble(RandomGenerator random, int length) {
        double[] sum = new double[length];
        for (int voice = 0; voice < 3; voice++) {
            double[] v = shaped(random, length, f -> 1 / (1 + Math.pow(f / 600, 1.3)));
            double[] slow = Biquad.onePole(4).apply(white(random, length));
            for (int i = 0; i < length; i++) {
                sum[i] += v[i] * Math.max(0.05, slow[i] * 60);
            }
        }
        normalised(sum);
        if (random.nextBoolean()) {
            int knocks = random.nextInt(1, 4);
            for (int k = 0; k < knocks; k++) {
                int at = random.nextInt(Math.max(1, length - 3000));
                for (int i = 0; i < 2400 && at + i < length; i++) {
                    sum[at + i] += 6 * random.nextGaussian() * Math.exp(-i / 300.0);
                }
            }
        }
        return sum;
    }

    private static double[] wind(RandomGenerator random, int length) {
        double[] gusts = white(random, 13);
        double[] out = shaped(random, length, f -> Math.pow(f, -1.2));
        for (int i = 0; i < length; i++) {
            double at = 11.0 * i / length;
            int k = (int) at;
            out[i] *= 1 + 2 * Math.abs(gusts[k] + (at - k) * (gusts[k + 1] - gusts[k]));
        }
        normalised(out);
        double[] rest = PINK.make(random, length);
        for (int i = 0; i < length; i++) {
            out[i] += 0.15 * rest[i];
        }
        return normalised(out);
    }

    private static double[] normalised(double[] out) {
        double rms = rms(out);
        for (int i = 0; i < out.length; i++) {
            out[i] /= rms;
        }
        return out;
    }

    static double rms(double[] x) {
        double sum = 0;
        for (double v : x) {
            sum += v * v;
        }
        return Math.sqrt(sum / x.length + 1e-30);
    }
}
