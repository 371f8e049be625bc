package ensemble.sync.estimate;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Deconvolver;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/**
 * Finds where in a recording a probe lies and about when each speaker is heard: in steps of a millisecond, the start
 * and the latencies at which every speaker's visits stand out together. Any two speakers' visits are differently far
 * apart, so a silent one does not pass for its neighbour.
 */
final class SlotSearch {
    /** Samples in a step. */
    static final int STEP = Sweep.RATE / 1000;

    /** Largest difference of latency that is looked for, in steps. */
    private static final int WIDEST = 515;

    private static final int LENGTH = 1 << 17;
    private static final double ENOUGH_DB = 40;

    /** What noise reaches by chance somewhere in half a second; only what is above it is evidence. */
    private static final double CHANCE_DB = 12;

    private static final double STRENGTH = 0.05;

    /** What is weaker than something this many steps before is that one's reverberation. */
    private static final int RINGING = 60;

    /** A visit that stands out so much was surely heard, even if the speaker's others are not where it would be. */
    private static final double HEARD_DB = 25;

    private final Deconvolver deconvolver =
            new Deconvolver(Sweep.samples(), LENGTH, Sweep.RATE, new Band(500, 9000), 1e-2);

    /**
     * Where each speaker's part begins.
     *
     * @param starts for each speaker the step of the recording at which the probe's first frame would arrive from it
     * @param prominence for each speaker its visits over the noise around, dB: the least, or of three the second
     *     least; if that is low and yet one was surely heard there, that one's
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(int[] starts, double[] prominence) {}

    Found find(float[] recording, Probe probe) {
        int reach = reach(probe);
        float[] prominence = prominence(recording, reach);
        int margin = probe.frames() / STEP;
        int positions = prominence.length + margin;
        float[][] joint = new float[probe.speakers()][];
        float[][] widest = new float[probe.speakers()][];
        for (int i = 0; i < probe.speakers(); i++) {
            joint[i] = joint(prominence, probe, i, margin, positions);
            widest[i] = i == 0 ? joint[i] : slidingMaximum(joint[i], WIDEST);
        }
        int best = 0;
        double most = -1;
        for (int m = 0; m < positions; m++) {
            double sum = 0;
            for (float[] one : widest) {
                sum += one[m];
            }
            if (sum > most) {
                most = sum;
                best = m;
            }
        }
        return around(best, joint, margin, prominence, probe);
    }

    private static Found around(int best, float[][] joint, int margin, float[] prominence, Probe probe) {
        int[] starts = new int[joint.length];
        double[] least = new double[joint.length];
        for (int i = 0; i < joint.length; i++) {
            int at = best;
            int reach = i == 0 ? 0 : WIDEST;
            for (int m = Math.max(0, best - reach); m <= Math.min(joint[i].length - 1, best + reach); m++) {
                at = joint[i][m] > joint[i][at] ? m : at;
            }
            starts[i] = at - margin;
            double[] visits = visits(prominence, probe, i, at - margin);
            Arrays.sort(visits);
            double most = visits[visits.length - 1];
            double usual = visits.length > 2 ? visits[1] : visits[0];
            least[i] = most >= HEARD_DB ? most : usual;
        }
        return new Found(starts, least);
    }

    private static double[] visits(float[] prominence, Probe probe, int speaker, int start) {
        return probe.slotsOf(speaker).stream()
                .mapToDouble(slot -> value(prominence, start + slot.start() / STEP))
                .toArray();
    }

    /**
     * For every start: how many visits were heard, and how well. One that jumped away costs its share only; and by
     * the square all of one speaker's visits count for more than as many of several, as a neighbour's would be.
     */
    private static float[] joint(float[] prominence, Probe probe, int speaker, int margin, int positions) {
        int[] steps = probe.slotsOf(speaker).stream()
                .mapToInt(slot -> slot.start() / STEP)
                .toArray();
        float[] joint = new float[positions];
        for (int m = 0; m < positions; m++) {
            double sum = 0;
            for (int step : steps) {
                double v = Math.min(ENOUGH_DB, value(prominence, m - margin + step));
                sum += Math.max(0, v - CHANCE_DB) + STRENGTH * v;
            }
            double strongest = value(prominence, m - margin + steps[0]);
            double evidence = sum / steps.length + 1e-3 * strongest;
            joint[m] = (float) (evidence * evidence);
        }
        return joint;
    }

    private static double value(float[] x, int at) {
        return at < 0 || at >= x.length ? 0 : x[at];
    }

    /** For every step the peak of the response near by, over what is usual around it: dB; 0 in reverberation. */
    private float[] prominence(float[] recording, int reach) {
        int steps = recording.length / STEP + 1;
        float[] peak = new float[steps];
        int usable = LENGTH - 2 * Sweep.frames();
        for (int from = 0; from < recording.length; from += usable) {
            double[] block = new double[LENGTH];
            for (int i = 0; i < LENGTH && from + i < recording.length; i++) {
                block[i] = recording[from + i];
            }
            double[] z = deconvolver.analytic(block);
            for (int i = 0; i < usable && from + i < recording.length; i++) {
                double size = Math.hypot(z[2 * i], z[2 * i + 1]);
                int step = (from + i) / STEP;
                peak[step] = (float) Math.max(peak[step], size);
            }
        }
        return overUsual(peak, reach);
    }

    /** How many steps a visit may be off: its own width and a clock 0.025 % wrong over the probe's length. */
    static int reach(Probe probe) {
        return 2 + (int) (probe.seconds() * 0.25);
    }

    private static float[] overUsual(float[] peak, int width) {
        int reach = 250;
        float loudest = 0;
        for (float p : peak) {
            loudest = Math.max(loudest, p);
        }
        double least = Math.max(1e-9, 1e-4 * loudest);
        float[] out = new float[peak.length];
        float[] spread = slidingMaximum(peak, width);
        float[] lately = slidingMaximum(peak, RINGING / 2);
        for (int from = 0; from < peak.length; from += reach) {
            int a = Math.max(0, from - reach);
            float[] around = Arrays.copyOfRange(peak, a, Math.min(peak.length, from + 2 * reach));
            Arrays.sort(around);
            double usual = Math.max(around[around.length / 2], least);
            for (int m = from; m < Math.min(peak.length, from + reach); m++) {
                int before = m - width - RINGING / 2 - 1;
                boolean tail = before >= 0 && spread[m] < lately[before];
                out[m] = tail ? 0 : (float) Math.max(0, 20 * Math.log10((spread[m] + 1e-12) / usual));
            }
        }
        return out;
    }

    /** The largest value within {@code reach} steps to either side. */
    static float[] slidingMaximum(float[] x, int reach) {
        float[] out = new float[x.length];
        int[] queue = new int[x.length];
        int head = 0;
        int tail = 0;
        for (int i = 0; i < x.length + reach; i++) {
            if (i < x.length) {
                while (tail > head && x[queue[tail - 1]] <= x[i]) {
                    tail--;
                }
                queue[tail++] = i;
            }
            int centre = i - reach;
            if (centre >= 0) {
                while (queue[head] < centre - reach) {
                    head++;
                }
                out[centre] = x[queue[head]];
            }
        }
        return out;
    }
}
