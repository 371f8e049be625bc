package ensemble.sync.hold;

import ensemble.sync.dsp.Fft;
import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;
import java.util.List;

/**
 * A window made ready: the microphone on the player's clock, both it and what was played whitened alike; then the
 * program taken out of it, and every quarter of a second weighted by how little else is in it.
 */
final class Prepared {
    private static final double LEAST_PPM = 0.02;

    /** The longest delay that is looked for: 3.2 s. */
    private static final int MOST = 153_600;

    /** By how much a speaker may be ahead of the loudest, for its program to be taken out too: 40 ms. */
    private static final int EARLIER = 1920;

    private static final int BLOCK = Sweep.RATE / 4;

    private final Window window;
    private final int frames;
    private final Fft fft;
    private final Whitening whitening;
    private final double[] heard;
    private final int delay;

    Prepared(Window window) {
        this.window = window;
        this.frames = window.heard().length;
        this.fft = new Fft(Fft.lengthFor(frames + (1 << 14)));
        double[] marked = new double[fft.length()];
        for (int k = 0; k < frames; k++) {
            marked[k] = window.marked()[k];
        }
        fft.transform(marked);
        this.whitening = new Whitening(marked);
        this.heard = whitening.spectrum(fft, clocked(window));
        this.delay = programs(List.of(0.0)).delay(heard, Math.min(MOST, frames / 2));
    }

    /** The microphone on the player's clock, from the window's first frame on. */
    private static float[] clocked(Window window) {
        if (Math.abs(window.micPpm()) < LEAST_PPM) {
            return window.heard();
        }
        float[] steady = new Resampler(1 + window.micPpm() * 1e-6).resample(window.heard());
        return Arrays.copyOf(steady, window.heard().length);
    }

    /** Frames after which most of the program is heard. */
    int delay() {
        return delay;
    }

    private ProgramCanceller programs(List<Double> ratesPpm) {
        int rates = ratesPpm.size();
        double[][] spectra = new double[window.program().length * rates][];
        Arrays.setAll(
                spectra, c -> whitening.spectrum(fft, later(window.program()[c / rates], ratesPpm.get(c % rates))));
        return new ProgramCanceller(fft, spectra);
    }

    /** A signal with a delay that grows from the negative to the positive, none in the middle. */
    private static float[] later(float[] x, double ppm) {
        if (Math.abs(ppm) < LEAST_PPM) {
            return x;
        }
        double middle = x.length / 2.0;
        return new Resampler(1).along(x, x.length, k -> k - ppm * 1e-6 * (k - middle));
    }

    /** At which rates the program drifts, see {@link ProgramRates}. */
    List<Double> rates(int most) {
        double[] all = Arrays.copyOf(fft.samples(heard.clone()), frames);
        return ProgramRates.of(all, white(window.marked()), delay, most);
    }

    /**
     * What is left of the microphone without the program, which drifts at these rates; weighted.
     *
     * @param apart whether a speaker may play it far from the others, so that it is to be taken out there too
     */
    double[] rest(List<Double> ratesPpm, boolean apart) {
        ProgramCanceller canceller = programs(ratesPpm);
        double[] rest = canceller.rest(heard, delay - EARLIER);
        if (apart) {
            rest = canceller.rest(rest, canceller.delay(rest, Math.min(MOST, frames / 2)) - EARLIER);
        }
        double[] samples = Arrays.copyOf(fft.samples(rest), frames);
        double[] powers = new double[(frames + BLOCK - 1) / BLOCK];
        double all = 0;
        for (int k = 0; k < frames; k++) {
            powers[k / BLOCK] += samples[k] * samples[k] / BLOCK;
            all += samples[k] * samples[k] / frames;
        }
        for (int k = 0; k < frames; k++) {
            samples[k] /= powers[k / BLOCK] + 1e-2 * all + 1e-30;
        }
        return samples;
    }

    /** A signal, whitened. */
    float[] white(float[] x) {
        double[] samples = fft.samples(whitening.spectrum(fft, x));
        float[] out = new float[frames];
        for (int k = 0; k < frames; k++) {
            out[k] = (float) samples[k];
        }
        return out;
    }
}
