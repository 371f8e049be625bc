package ensemble.sync.estimate;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Deconvolver;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/**
 * From the part of a recording where a sweep is expected to its first arrival: the earliest peak of the response's
 * envelope that is a fifth of the largest and well above the noise, up to 30 ms before the largest. Reflections may
 * be louder than the direct sound; they cannot be earlier.
 */
final class ArrivalPicker {
    private static final int RATE = Sweep.RATE;
    private static final int LENGTH = 1 << 16;
    private static final int LEAD = (int) (0.16 * RATE);
    private static final int SEGMENT = LEAD + Sweep.frames() + (int) (0.32 * RATE);
    private static final int LOOK_BACK = (int) (0.030 * RATE);
    private static final int NOISE_FROM = (int) (0.075 * RATE);
    private static final int NOISE_TO = (int) (0.033 * RATE);
    private static final int BODY = (int) (0.080 * RATE);
    private static final double SHARE = 0.2;
    private static final double NOISES = 6;

    private final Deconvolver deconvolver = new Deconvolver(Sweep.samples(), LENGTH, RATE, new Band(500, 9000), 1e-2);
    private final LevelMeter levels = new LevelMeter(LENGTH);
    private final ColourMeter colours = new ColourMeter(LENGTH);

    /**
     * Picks the arrival of one slot.
     *
     * @param expected sample of the recording near which the response's largest peak lies
     * @param reach how near
     */
    Visit pick(float[] recording, Slot slot, int expected, int reach) {
        int start = expected - LEAD;
        double[] segment = new double[SEGMENT];
        for (int i = Math.max(0, -start); i < SEGMENT && start + i < recording.length; i++) {
            segment[i] = recording[start + i];
        }
        double[] pairs = deconvolver.analytic(segment);
        double[] envelope = new double[LEAD + reach + 64];
        Arrays.setAll(envelope, i -> Math.hypot(pairs[2 * i], pairs[2 * i + 1]));
        int largest = LEAD - reach;
        for (int i = LEAD - reach; i <= LEAD + reach; i++) {
            largest = envelope[i] > envelope[largest] ? i : largest;
        }
        double noise = rms(envelope, largest - NOISE_FROM, largest - NOISE_TO);
        int first = earliest(envelope, largest, Math.max(SHARE * envelope[largest], NOISES * noise));
        int before = earliest(envelope, largest, Math.max(SHARE / 2 * envelope[largest], NOISES * noise));
        double pick = first + Peaks.vertex(envelope, first);
        int cut = first - Visit.LEAD;
        double[] wide = colours.response(segment);
        LevelMeter.Reading level = levels.read(segment, first, first - NOISE_FROM, first - NOISE_TO);
        return new Visit(
                slot,
                start + pick,
                20 * Math.log10(envelope[largest] / (noise + 1e-15)),
                (first - before) * 1000.0 / RATE,
                envelope[largest] / slot.gain(),
                level.played(slot.gain()),
                start + first,
                Arrays.copyOfRange(pairs, 2 * cut, 2 * (first + BODY)),
                Arrays.copyOfRange(wide, cut, first + Visit.LEAD),
                colours.colour(wide, first, slot.gain()),
                colours.noise(wide, first - NOISE_FROM, first - NOISE_TO, slot.gain()),
                start + cut);
    }

    private static int earliest(double[] envelope, int largest, double threshold) {
        for (int i = largest - LOOK_BACK; i < largest; i++) {
            if (envelope[i] >= threshold && envelope[i] >= envelope[i - 1] && envelope[i] > envelope[i + 1]) {
                return i;
            }
        }
        return largest;
    }

    private static double rms(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum / (to - from));
    }
}
