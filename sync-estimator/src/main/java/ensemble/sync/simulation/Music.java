package ensemble.sync.simulation;

import ensemble.sync.probe.Sweep;
import java.util.random.RandomGenerator;

/** Programs to hold speakers together by: dense, sparse, and speech with pauses. Mono, at an RMS of 0.16. */
public enum Music {
    POP,
    PIANO,
    SPEECH;

    private static final double RATE = Sweep.RATE;
    private static final double RMS = 0.16;
    private static final int[] ROOTS = {45, 48, 50, 52, 53, 55};

    /** A piece of so many frames. */
    public float[] make(RandomGenerator random, int frames) {
        double[] x = new double[frames];
        switch (this) {
            case POP -> pop(random, x);
            case PIANO -> piano(random, x);
            case SPEECH -> speech(random, x);
        }
        double gain = RMS / Noise.rms(x);
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = (float) (Math.tanh(x[i] * gain * 0.9) / 0.9);
        }
        return out;
    }

    private static void pop(RandomGenerator random, double[] x) {
        int beat = (int) (60 / random.nextDouble(95, 130) * RATE);
        for (int b = 0; b * beat < x.length; b++) {
            int at = b * beat;
            int root = ROOTS[(b / 4 + 7) * 5 % ROOTS.length];
            if (b % 2 == 0) {
                kick(random, x, at);
            } else {
                burst(random, x, at, 12_000, 2700, 0.35);
            }
            burst(random, x, at, 3840, 960, 0.12);
            burst(random, x, at + beat / 2, 3840, 960, 0.12);
            int lead = 24 + random.nextInt(8);
            int length = (int) (beat * (random.nextBoolean() ? 0.9 : 1.8));
            tone(random, x, at, length, note(root), 0.5, random.nextDouble(1, 4));
            tone(random, x, at, length, note(root + 12), 0.22, random.nextDouble(1, 4));
            tone(random, x, at, length, note(root + 16), 0.2, random.nextDouble(1, 4));
            tone(random, x, at, length, note(root + lead), 0.25, random.nextDouble(1, 4));
        }
    }

    private static double note(int number) {
        return 440 * Math.pow(2, (number - 69) / 12.0);
    }

    private static void kick(RandomGenerator random, double[] x, int at) {
        for (int i = 0; i < 12_000 && at + i < x.length; i++) {
            double t = i / RATE;
            double cycles = 50 * t + 40 * (1 - Math.exp(-30 * t)) / 30;
            double click = i < 200 ? 0.4 * random.nextGaussian() * Math.exp(-i / 40.0) : 0;
            x[at + i] += 0.9 * (Math.sin(2 * Math.PI * cycles) * Math.exp(-14 * t) + click);
        }
    }

    private static void burst(RandomGenerator random, double[] x, int at, int length, double decay, double gain) {
        double before = 0;
        for (int i = 0; i < length && at + i < x.length; i++) {
            double v = random.nextGaussian();
            x[at + i] += gain * (v - before) * Math.exp(-i / decay);
            before = v;
        }
    }

    private static void tone(
            RandomGenerator random, double[] x, int at, int length, double hertz, double gain, double fall) {
        int count = Math.min(length, x.length - at);
        double slope = random.nextDouble(0.9, 1.3);
        for (int h = 1; h <= Math.min(40, 9000 / hertz); h++) {
            double phase = random.nextDouble(2 * Math.PI);
            double step = 2 * Math.PI * hertz * h / RATE;
            double share = gain / Math.pow(h, slope);
            for (int i = 0; i < count; i++) {
                double edge = Math.min(1, Math.min(i / 384.0, (length - i) / 480.0));
                x[at + i] += share * Math.sin(phase + step * i) * edge * Math.exp(-fall * i / RATE);
            }
        }
    }

    private static void piano(RandomGenerator random, double[] x) {
        for (int at = 0; at < x.length; at += (int) (random.nextDouble(0.12, 0.5) * RATE)) {
            double hertz = note(69 + random.nextInt(-21, 15));
            int count = Math.min((int) (1.5 * RATE), x.length - at);
            for (int h = 1; h <= Math.min(20, 9000 / hertz); h++) {
                double phase = random.nextDouble(2 * Math.PI);
                double step = 2 * Math.PI * hertz * h * Math.sqrt(1 + 4e-4 * h * h) / RATE;
                for (int i = 0; i < count; i++) {
                    x[at + i] += Math.sin(phase + step * i) * Math.exp(-(1.5 + 0.6 * h) * i / RATE) / h;
                }
            }
            burst(random, x, at, 400, 80, 0.05);
        }
    }

    private static void speech(RandomGenerator random, double[] x) {
        for (int at = 0; at < x.length; ) {
            int count = Math.min((int) (random.nextDouble(0.08, 0.3) * RATE), x.length - at);
            double[] v = new double[count];
            boolean voiced = random.nextDouble() < 0.65;
            double pitch = random.nextDouble(90, 180);
            for (int i = 0; i < count; i++) {
                v[i] = voiced ? 2 * ((pitch * i / RATE) % 1) - 1 : 0.5 * random.nextGaussian();
            }
            double[] sum = v;
            if (voiced) {
                for (double[] formant : new double[][] {{300, 800}, {900, 2200}, {2300, 3500}}) {
                    sum = Biquad.peak(random.nextDouble(formant[0], formant[1]), 12, 4)
                            .apply(sum);
                }
                sum = Biquad.onePole(3000).apply(sum);
            }
            for (int i = 0; i < count; i++) {
                x[at + i] += sum[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / count));
            }
            at += count + (random.nextDouble() < 0.2 ? (int) (random.nextDouble(0.15, 0.6) * RATE) : 0);
        }
    }
}
