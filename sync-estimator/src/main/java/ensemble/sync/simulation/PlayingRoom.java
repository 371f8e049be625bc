package ensemble.sync.simulation;

import ensemble.sync.dsp.Fft;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.hold.MarkGenerator;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Speakers in a room that all play one program with their marks under it, and a microphone. The program repeats.
 * Every stretch of time can be rendered by itself; the same seed gives the same sound.
 */
public final class PlayingRoom {
    private static final double RATE = Sweep.RATE;
    private static final int BEFORE = 3 * Sweep.RATE;

    private final Scene scene;
    private final float[] program;
    private final double snr;
    private final Noise noise;
    private final long seed;
    private final double loudness;

    /**
     * @param program what is played, over and over
     * @param snr dB: the program at the microphone over the noise
     */
    public PlayingRoom(long seed, int speakers, double rt60, float[] program, double snr) {
        SplittableRandom random = new SplittableRandom(seed);
        this.scene = Scene.indoors(random, speakers, rt60, false);
        this.program = program;
        this.snr = snr;
        this.noise = random.nextBoolean() ? Noise.PINK : Noise.BABBLE;
        this.seed = seed;
        double[] loud = wet(0, playedBy(0, 0, 4 * Sweep.RATE));
        this.loudness = Noise.rms(Arrays.copyOfRange(loud, Sweep.RATE, 4 * Sweep.RATE)) * Math.sqrt(speakers);
    }

    public int speakers() {
        return scene.speakers().size();
    }

    /** A calibration take in this room, all speakers with no latency but the air's. */
    public SimulatedTake calibration(Probe probe) {
        double[] latencies = new double[speakers()];
        return SimulatedTake.render(
                new SplittableRandom(seed + 1),
                probe,
                scene,
                Circumstances.quiet(snr, noise),
                new SimulatedTake.Stand(0.3, latencies));
    }

    /** What speaker 0's sound takes through the air, seconds, to a few milliseconds. */
    public double firstFlight() {
        return scene.paths().getFirst().flight();
    }

    /** How much later a speaker's sound arrives than speaker 0's by the way through the air, seconds. */
    public double flight(int speaker) {
        return speaker == 0 ? 0 : scene.arrival(speaker);
    }

    /** The program's frames from a position on. */
    public float[] program(long from, int frames) {
        float[] out = new float[frames];
        for (int k = 0; k < frames; k++) {
            out[k] = program[(int) Math.floorMod(from + k, (long) program.length)];
        }
        return out;
    }

    /**
     * What the microphone hears.
     *
     * @param delays for each speaker its delay before the air in seconds, by the second at which it is heard;
     *     up to 1.5 s
     */
    public float[] heard(long from, int frames, DoubleUnaryOperator[] delays) {
        double[] sum = noise.make(new SplittableRandom(seed ^ from), frames);
        for (int k = 0; k < frames; k++) {
            sum[k] *= loudness * Math.pow(10, -snr / 20);
        }
        for (int i = 0; i < delays.length; i++) {
            double[] wet = wet(i, playedBy(i, from - BEFORE, frames + BEFORE));
            float[] source = new float[wet.length];
            for (int k = 0; k < source.length; k++) {
                source[k] = (float) wet[k];
            }
            DoubleUnaryOperator delay = delays[i];
            float[] moved = new Resampler(1)
                    .along(source, frames, k -> BEFORE + k - delay.applyAsDouble((from + k) / RATE) * RATE);
            for (int k = 0; k < frames; k++) {
                sum[k] += moved[k];
            }
        }
        float[] out = new float[frames];
        double scale = 0.2 / loudness;
        for (int k = 0; k < frames; k++) {
            out[k] = (float) (Math.rint(Math.clamp(sum[k] * scale, -1.0, 1.0) * 32768) / 32768);
        }
        return out;
    }

    private double[] playedBy(int speaker, long from, int frames) {
        float[] music = program(from, frames);
        float[][] marks = new float[speakers()][frames];
        long settled = from - MarkGenerator.SETTLING;
        MarkGenerator generator = new MarkGenerator(speakers(), settled);
        float[] before = program(settled, MarkGenerator.SETTLING);
        generator.next(before, before.length, marks);
        generator.next(music, frames, marks);
        double[] sum = new double[frames];
        Arrays.setAll(sum, k -> music[k] + marks[speaker][k]);
        return scene.speakers().get(speaker).play(sum);
    }

    private double[] wet(int speaker, double[] played) {
        return Arrays.copyOf(Fft.convolve(played, scene.paths().get(speaker).response()), played.length);
    }
}
