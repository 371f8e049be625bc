package ensemble.sync.bench;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;

/**
 * How others find a delay, on the very same takes and told about where each sweep lies: the peak of the plain
 * cross-correlation, the peak of the phase transform, the moment at which energy rises.
 */
enum Rival {
    CROSS_CORRELATION("plain cross-correlation peak"),
    PHASE_TRANSFORM("GCC-PHAT peak"),
    ENERGY_ONSET("energy onset");

    private static final Fft FFT = new Fft(1 << 16);
    private static final double[] SWEEP = FFT.spectrum(Sweep.samples());
    private static final Band BAND = new Band(500, 9000);
    private static final int LEAD = 4800;
    private static final int REACH = 960;
    private static final int STEP = 48;

    private final String title;

    Rival(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * By how much a speaker is later than speaker 0, seconds: the mean over the probe's way there and back.
     *
     * @param starts sample of the recording at which each speaker's probe begins, within some milliseconds
     */
    double offset(float[] recording, Probe probe, int speaker, int[] starts) {
        return mean(recording, probe, speaker, starts) - mean(recording, probe, 0, starts);
    }

    private double mean(float[] recording, Probe probe, int speaker, int[] starts) {
        double sum = 0;
        int count = 0;
        for (Slot slot : probe.slots().subList(0, 2 * probe.speakers())) {
            if (slot.speaker() == speaker) {
                int expected = starts[speaker] + slot.start();
                sum += arrival(recording, expected) - slot.start();
                count++;
            }
        }
        return sum / count / Sweep.RATE;
    }

    private double arrival(float[] recording, int expected) {
        double[] segment = new double[LEAD + Sweep.frames() + LEAD];
        for (int i = 0; i < segment.length; i++) {
            int at = expected - LEAD + i;
            segment[i] = at >= 0 && at < recording.length ? recording[at] : 0;
        }
        return expected
                - LEAD
                + switch (this) {
                    case CROSS_CORRELATION -> peak(segment, false);
                    case PHASE_TRANSFORM -> peak(segment, true);
                    case ENERGY_ONSET -> rise(segment);
                };
    }

    private static double peak(double[] segment, boolean whitened) {
        double[] y = FFT.spectrum(segment);
        double[] cross = new double[y.length];
        for (int k = 1; k < y.length / 2; k++) {
            double re = y[2 * k] * SWEEP[2 * k] + y[2 * k + 1] * SWEEP[2 * k + 1];
            double im = y[2 * k + 1] * SWEEP[2 * k] - y[2 * k] * SWEEP[2 * k + 1];
            double gain = BAND.gain(k * (double) Sweep.RATE / y.length);
            double scale = whitened ? gain / (Math.hypot(re, im) + 1e-12) : gain;
            cross[2 * k] = re * scale;
            cross[2 * k + 1] = im * scale;
        }
        double[] pairs = FFT.analytic(cross);
        int best = LEAD - REACH;
        double most = 0;
        for (int i = LEAD - REACH; i <= LEAD + 2 * REACH; i++) {
            double size = Math.hypot(pairs[2 * i], pairs[2 * i + 1]);
            if (size > most) {
                most = size;
                best = i;
            }
        }
        return best;
    }

    /** The first millisecond that is four times as loud as the 50 ms before the search. */
    private static double rise(double[] segment) {
        double quiet = rms(segment, LEAD - REACH - 2400, LEAD - REACH);
        for (int i = LEAD - REACH; i < LEAD + 4 * REACH; i++) {
            if (rms(segment, i, i + STEP) > 4 * quiet) {
                return i;
            }
        }
        return LEAD;
    }

    private static double rms(double[] x, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * x[i];
        }
        return Math.sqrt(sum / (to - from) + 1e-30);
    }
}
