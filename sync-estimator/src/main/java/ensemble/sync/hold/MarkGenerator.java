package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;

/**
 * Makes what each speaker plays under the program so that a microphone can tell it from the others: noise of its
 * own, 35 dB under the program in every third of an octave from 400 Hz to 9 kHz, and none while the program pauses.
 *
 * <p>A mark depends on the speaker's number, the position in the program and the last 43 ms of the program only, so
 * a listener who has the program can make it again. Allocates nothing after construction; for one thread.
 */
public final class MarkGenerator {
    /** Frames that a new generator needs before what it makes is what any other makes there. */
    public static final int SETTLING = 2048;

    static final int FRAME = 1024;
    static final int HOP = FRAME / 2;
    static final double LOW = 400;
    static final double HIGH = 9000;
    private static final double RATE = 48_000;
    private static final double UNDER_DB = 35;

    /** Mean square of a program that counts as a pause: -70 dBFS. */
    private static final double PAUSE = 1e-7;

    private static final double THIRD_OF_OCTAVE = Math.pow(2, 1.0 / 6);
    private static final int FROM = (int) Math.ceil(LOW * FRAME / RATE);
    private static final int TO = (int) (HIGH * FRAME / RATE);

    private final Fft fft = new Fft(FRAME);
    private final double[] analysis = new double[FRAME];
    private final double[] synthesis = new double[FRAME];
    private final double gain;

    private final float[] recent = new float[FRAME];
    private final float[][] ahead;
    private final double[] packed = new double[FRAME];
    private final double[] sums = new double[FRAME / 2 + 1];
    private final double[] amplitude = new double[FRAME / 2];
    private long position;

    /**
     * @param speakers 1 or more
     * @param position of the program's next frame, counted from wherever the listener counts from too
     */
    public MarkGenerator(int speakers, long position) {
        this.ahead = new float[speakers][FRAME];
        this.position = position;
        double energy = 0;
        for (int i = 0; i < FRAME; i++) {
            analysis[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAME);
            synthesis[i] = Math.sin(Math.PI * (i + 0.5) / FRAME);
            energy += analysis[i] * analysis[i];
        }
        this.gain = Math.pow(10, -UNDER_DB / 20) * Math.sqrt(FRAME / energy);
    }

    /** Begins at another position, as a new generator would. */
    public void startAt(long newPosition) {
        position = newPosition;
        java.util.Arrays.fill(recent, 0);
        for (float[] one : ahead) {
            java.util.Arrays.fill(one, 0);
        }
    }

    /**
     * The marks that go with the next frames of the program.
     *
     * @param program mono, as loud as it is played
     * @param marks for each speaker at least {@code count} values, written over
     */
    public void next(float[] program, int count, float[][] marks) {
        for (int n = 0; n < count; n++) {
            int at = (int) Math.floorMod(position, (long) HOP);
            if (at == 0) {
                compose();
            }
            for (int i = 0; i < marks.length; i++) {
                marks[i][n] = ahead[i][at];
            }
            recent[(int) Math.floorMod(position, (long) FRAME)] = program[n];
            position++;
        }
    }

    /** The marks of a piece of program; its first {@link #SETTLING} frames are not yet what was played. */
    static float[][] of(int speakers, float[] program, long position) {
        float[][] marks = new float[speakers][program.length];
        new MarkGenerator(speakers, position).next(program, program.length, marks);
        return marks;
    }

    private void compose() {
        boolean heard = shape();
        long block = Math.floorDiv(position, HOP);
        for (int i = 0; i < ahead.length; i++) {
            System.arraycopy(ahead[i], HOP, ahead[i], 0, HOP);
            java.util.Arrays.fill(ahead[i], HOP, FRAME, 0);
            if (heard) {
                add(ahead[i], i, block);
            }
        }
    }

    /** The amplitude of each line, from what was played last; false in a pause. */
    private boolean shape() {
        double energy = 0;
        for (int i = 0; i < FRAME; i++) {
            double x = recent[(int) Math.floorMod(position + i, (long) FRAME)];
            energy += x * x;
            packed[i] = x * analysis[i];
        }
        if (energy < PAUSE * FRAME) {
            return false;
        }
        fft.transform(packed);
        sums[1] = 0;
        for (int b = 1; b < FRAME / 2; b++) {
            sums[b + 1] = sums[b] + packed[2 * b] * packed[2 * b] + packed[2 * b + 1] * packed[2 * b + 1];
        }
        for (int b = FROM; b <= TO; b++) {
            int from = (int) (b / THIRD_OF_OCTAVE);
            int to = Math.min(FRAME / 2 - 1, (int) Math.ceil(b * THIRD_OF_OCTAVE));
            amplitude[b] = gain * Math.sqrt((sums[to + 1] - sums[from]) / (to + 1 - from));
        }
        return true;
    }

    private void add(float[] into, int speaker, long block) {
        java.util.Arrays.fill(packed, 0);
        long bits = 0;
        for (int b = FROM; b <= TO; b++) {
            int left = (b - FROM) % 32;
            bits = left == 0 ? hash(speaker, block, b) : bits >>> 2;
            double re = (bits & 1) == 0 ? amplitude[b] : -amplitude[b];
            boolean turned = (bits & 2) == 0;
            packed[2 * b] = turned ? 0 : re;
            packed[2 * b + 1] = turned ? re : 0;
        }
        fft.samples(packed);
        for (int i = 0; i < FRAME; i++) {
            into[i] += (float) (packed[i] * synthesis[i]);
        }
    }

    /** 64 bits that look drawn by chance, the same for the same place. */
    private static long hash(int speaker, long block, int line) {
        long x = 0x9E37_79B9_7F4A_7C15L * (block + 1) ^ 0xD1B5_4A32_D192_ED03L * (speaker + 1) ^ line;
        x = (x ^ (x >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return x ^ (x >>> 31);
    }
}
