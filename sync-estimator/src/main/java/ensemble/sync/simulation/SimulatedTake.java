package ensemble.sync.simulation;

import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One microphone take of a probe, and what is true of it.
 *
 * @param samples full scale = 1
 * @param rate frames a second
 * @param firstArrival seconds of the take at which the probe's first frame would be heard from speaker 0, roughly
 * @param offsets seconds that each speaker is heard later than speaker 0, by {@link Truth}'s definition
 * @param levels dB that music from each speaker is louder than from speaker 0
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
public record SimulatedTake(float[] samples, int rate, double firstArrival, double[] offsets, double[] levels) {
    private static final double RATE = Sweep.RATE;
    private static final double TAIL = 0.6;

    /** The latencies and place of one take. */
    record Stand(double lead, double[] latencies) {}

    /** A take in an ordinary room; speakers, places, latencies and gains are drawn. */
    public static SimulatedTake indoors(
            RandomGenerator random, Probe probe, double rt60, boolean blocked, Circumstances how) {
        return of(random, probe, Scene.indoors(random, probe.speakers(), rt60, blocked), how);
    }

    /** A take on a terrace or in a garden. */
    public static SimulatedTake outdoors(RandomGenerator random, Probe probe, Circumstances how) {
        return of(random, probe, Scene.outdoors(random, probe.speakers()), how);
    }

    private static SimulatedTake of(RandomGenerator random, Probe probe, Scene scene, Circumstances how) {
        double[] latencies = new double[probe.speakers()];
        Arrays.setAll(latencies, i -> random.nextDouble(0.10, 0.35));
        return render(random, probe, scene, how, new Stand(random.nextDouble(0.1, 0.8), latencies));
    }

    static SimulatedTake render(RandomGenerator random, Probe probe, Scene scene, Circumstances how, Stand stand) {
        double[] air = new double[(int) ((stand.lead() + TAIL) * RATE) + probe.frames()];
        double[] warmUp = new double[Probe.warmUp().length];
        float[] soft = Probe.warmUp();
        Arrays.setAll(warmUp, i -> soft[i]);
        double[] sweep = Arrays.stream(Sweep.samples()).map(v -> Probe.PEAK * v).toArray();
        double energy = 0;
        int count = 0;
        for (int i = 0; i < probe.speakers(); i++) {
            double start = stand.lead() + stand.latencies()[i];
            if (how.muted() != i) {
                add(
                        air,
                        scene.speakers().get(i).play(padded(warmUp, 0, 1)),
                        scene.paths().get(i),
                        start);
            }
        }
        for (Slot slot : probe.slots()) {
            int i = slot.speaker();
            double start = stand.lead() + slot.start() / RATE + stand.latencies()[i];
            start += how.jitterSeconds() * random.nextGaussian();
            start += i == 1 && slot.start() > probe.frames() / 2 ? how.jump() : 0;
            int phase = random.nextInt(128);
            if (how.muted() != i) {
                double[] played = scene.speakers().get(i).play(padded(sweep, phase, slot.gain()));
                energy += add(air, played, scene.paths().get(i), start - phase / RATE);
                count++;
            }
        }
        double loud = Math.sqrt(energy / Math.max(count, 1) / sweep.length + 1e-30);
        double[] noise = how.noise().make(random, air.length);
        for (int i = 0; i < air.length; i++) {
            air[i] += noise[i] * loud * Math.pow(10, -how.snr() / 20);
        }
        double[] offsets = new double[probe.speakers()];
        double[] levels = new double[probe.speakers()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = scene.arrival(i) + stand.latencies()[i] - stand.latencies()[0];
            levels[i] = scene.level(i);
        }
        double first =
                stand.lead() + stand.latencies()[0] + scene.paths().get(0).flight();
        return new SimulatedTake(MicrophoneModel.hear(air, how), how.rate(), first, offsets, levels);
    }

    private static double[] padded(double[] signal, int before, double gain) {
        double[] out = new double[signal.length + 2400];
        for (int i = 0; i < signal.length; i++) {
            out[before + i] = gain * signal[i];
        }
        return out;
    }

    /** Adds what arrives, between the samples too; returns its energy. */
    private static double add(double[] air, double[] played, Path path, double seconds) {
        int whole = (int) Math.floor(seconds * RATE);
        double part = seconds * RATE - whole;
        int full = played.length + path.response().length + 64;
        Fft fft = new Fft(Fft.lengthFor(full));
        double[] packed = Fft.multiply(fft.spectrum(played), fft.spectrum(path.response()));
        for (int k = 1; k < packed.length / 2; k++) {
            double angle = -2 * Math.PI * k * part / packed.length;
            double re = packed[2 * k] * Math.cos(angle) - packed[2 * k + 1] * Math.sin(angle);
            packed[2 * k + 1] = packed[2 * k + 1] * Math.cos(angle) + packed[2 * k] * Math.sin(angle);
            packed[2 * k] = re;
        }
        double[] heard = fft.samples(packed);
        double energy = 0;
        for (int i = 0; i < full; i++) {
            energy += heard[i] * heard[i];
            if (whole + i >= 0 && whole + i < air.length) {
                air[whole + i] += heard[i];
            }
        }
        return energy;
    }
}
