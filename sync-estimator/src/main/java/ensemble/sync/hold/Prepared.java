package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import ensemble.sync.dsp.Resampler;
import java.util.Arrays;
import java.util.List;

/**
 * A window made ready: whitened, the program taken out, every quarter of a second weighted by how little else is in
 * it.
 *
 * @param heard samples of what is left of the microphone
 * @param delay frames after which most of the program was heard
 * @param marks for each speaker its whitened mark
 * @param playing share of the time in which there are marks
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Prepared(double[] heard, int delay, float[][] marks, double playing) {
    private static final int BLOCK = 12_000;
    private static final double LEAST_PPM = 0.02;

    /** The longest delay that is looked for: 3.2 s. */
    private static final int MOST = 153_600;

    /** By how much a speaker may be ahead of the loudest, for its program to be taken out too: 40 ms. */
    private static final int EARLIER = 1920;

    /** @param ratesPpm at which the program's delays grow, one filter for each; one at least */
    static Prepared of(Window window, int speakers, List<Double> ratesPpm) {
        int frames = window.heard().length;
        Fft fft = new Fft(Fft.lengthFor(frames + (1 << 14)));
        Whitening whitening = new Whitening(plain(fft, window.marked()));
        int rates = ratesPpm.size();
        double[][] program = new double[window.program().length * rates][];
        Arrays.setAll(
                program, c -> whitening.spectrum(fft, later(window.program()[c / rates], ratesPpm.get(c % rates))));
        double[] heard = whitening.spectrum(fft, clocked(window));
        ProgramCanceller canceller = new ProgramCanceller(fft, program);
        int delay = canceller.delay(heard, Math.min(MOST, frames / 2));
        double[] rest = Arrays.copyOf(fft.samples(canceller.rest(heard, delay - EARLIER)), frames);
        weigh(rest);
        float[][] marks = MarkGenerator.of(speakers, window.marked(), window.position());
        double playing = playing(marks[0]);
        for (float[] mark : marks) {
            double[] white = fft.samples(whitening.spectrum(fft, mark));
            for (int k = 0; k < frames; k++) {
                mark[k] = k < MarkGenerator.SETTLING ? 0 : (float) white[k];
            }
        }
        return new Prepared(rest, delay, marks, playing);
    }

    /** A signal with a delay that grows from the negative to the positive, none in the middle. */
    private static float[] later(float[] x, double ppm) {
        if (Math.abs(ppm) < LEAST_PPM) {
            return x;
        }
        double middle = x.length / 2.0;
        return new Resampler(1).along(x, x.length, k -> k - ppm * 1e-6 * (k - middle));
    }

    private static double[] plain(Fft fft, float[] samples) {
        double[] x = new double[fft.length()];
        for (int k = 0; k < samples.length; k++) {
            x[k] = samples[k];
        }
        fft.transform(x);
        return x;
    }

    /** The microphone on the player's clock, from the window's first frame on. */
    private static float[] clocked(Window window) {
        if (Math.abs(window.micPpm()) < LEAST_PPM) {
            return window.heard();
        }
        float[] steady = new Resampler(1 + window.micPpm() * 1e-6).resample(window.heard());
        return Arrays.copyOf(steady, window.heard().length);
    }

    private static void weigh(double[] x) {
        double[] powers = new double[(x.length + BLOCK - 1) / BLOCK];
        double all = 0;
        for (int k = 0; k < x.length; k++) {
            powers[k / BLOCK] += x[k] * x[k] / BLOCK;
            all += x[k] * x[k] / x.length;
        }
        for (int k = 0; k < x.length; k++) {
            x[k] /= powers[k / BLOCK] + 1e-2 * all + 1e-30;
        }
    }

    static double playing(float[] mark) {
        int blocks = 0;
        int count = 0;
        for (int from = MarkGenerator.SETTLING; from + BLOCK <= mark.length; from += BLOCK) {
            boolean sounding = false;
            for (int k = from; k < from + BLOCK; k += 16) {
                sounding |= mark[k] != 0;
            }
            blocks += sounding ? 1 : 0;
            count++;
        }
        return blocks / (double) Math.max(1, count);
    }
}
