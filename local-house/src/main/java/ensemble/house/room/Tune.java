package ensemble.house.room;

import java.util.SplittableRandom;

/**
 * The virtual Echo's own music, made by rule: eight seconds of plucked notes over a soft chord and a shaker, stereo,
 * closed to a loop, peak -12 dBFS, always the same samples, never silent for 50 ms.
 */
final class Tune implements EchoSource {
    static final int FRAMES = 8 * RoomEngine.RATE;

    private static final double PEAK = 0.251;
    private static final int STEP = RoomEngine.RATE / 4;
    private static final int[] MELODY = {
        0, 7, 12, 16, 14, 12, 7, 4, 2, 9, 14, 17, 16, 14, 9, 5, 4, 7, 11, 16, 19, 16, 11, 7, 5, 9, 12, 17, 14, 11, 7, 2
    };
    private static final int[][] CHORDS = {{0, 4, 7}, {2, 5, 9}, {4, 7, 11}, {5, 9, 12}};
    private static final float[] SAMPLES = compose();

    private int position;

    @Override
    public int fill(float[] interleaved, int frames) {
        int at = position;
        for (int k = 0; k < 2 * frames; k++) {
            interleaved[k] = SAMPLES[at];
            at = at + 1 == SAMPLES.length ? 0 : at + 1;
        }
        position = at;
        return frames;
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void close() {}

    private static float[] compose() {
        double[] mix = new double[2 * FRAMES];
        for (int step = 0; step < MELODY.length; step++) {
            double pan = 0.5 + 0.3 * StrictMath.sin(step * 1.7);
            pluck(mix, step * STEP, pitch(MELODY[step] + 12), pan);
            shake(mix, step * STEP, step);
        }
        for (int bar = 0; bar < CHORDS.length; bar++) {
            chord(mix, bar * FRAMES / CHORDS.length, CHORDS[bar]);
        }
        double loudest = 0;
        for (double sample : mix) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
        float[] samples = new float[mix.length];
        for (int i = 0; i < mix.length; i++) {
            samples[i] = (float) (mix[i] * PEAK / loudest);
        }
        return samples;
    }

    private static double pitch(int semitonesAboveC) {
        return 261.6256 * StrictMath.pow(2, semitonesAboveC / 12.0);
    }

    /** A string of eight partials that dies away; its tail runs over the loop's end into its beginning. */
    private static void pluck(double[] mix, int start, double hertz, double pan) {
        int length = 2 * RoomEngine.RATE;
        for (int partial = 1; partial <= 8; partial++) {
            Phasor tone = new Phasor(hertz * partial, 3.0 + 1.5 * partial);
            for (int k = 0; k < length; k++) {
                double ends = Math.min(1, Math.min(k / 120.0, (length - k) / 2000.0));
                add(mix, start + k, tone.next() * ends / partial, pan);
            }
        }
    }

    private static void shake(double[] mix, int start, int step) {
        SplittableRandom random = new SplittableRandom(1_000 + step);
        double decay = StrictMath.exp(-25.0 / RoomEngine.RATE);
        double level = 0.12;
        double before = 0;
        for (int k = 0; k < STEP; k++) {
            double noise = random.nextDouble() * 2 - 1;
            add(mix, start + k, (noise - before) * (level + 0.012), 0.55);
            level *= decay;
            before = noise;
        }
    }

    /** Three steady tones that swell in and out, overlapping their neighbours by half. */
    private static void chord(double[] mix, int start, int[] notes) {
        int length = FRAMES / CHORDS.length;
        int overlap = length / 2;
        for (int note = 0; note < notes.length; note++) {
            Phasor tone = new Phasor(pitch(notes[note] - 12), 0);
            for (int k = 0; k < length + overlap; k++) {
                double rise = Math.min(1, Math.min(k, length + overlap - k) / (double) overlap);
                add(mix, start + k, 0.15 * tone.next() * rise, 0.3 + 0.2 * note);
            }
        }
    }

    private static void add(double[] mix, int frame, double sample, double pan) {
        int at = 2 * (frame % FRAMES);
        mix[at] += sample * (1 - pan);
        mix[at + 1] += sample * pan;
    }

    /** A sine that dies away, turned on from sample to sample. */
    private static final class Phasor {
        private final double cosine;
        private final double sine;
        private double re = 1;
        private double im;

        Phasor(double hertz, double decayPerSecond) {
            double radius = StrictMath.exp(-decayPerSecond / RoomEngine.RATE);
            double angle = 2 * Math.PI * hertz / RoomEngine.RATE;
            cosine = radius * StrictMath.cos(angle);
            sine = radius * StrictMath.sin(angle);
        }

        double next() {
            double now = im;
            double turned = re * cosine - im * sine;
            im = re * sine + im * cosine;
            re = turned;
            return now;
        }
    }
}
