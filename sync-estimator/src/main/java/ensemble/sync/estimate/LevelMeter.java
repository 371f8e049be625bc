package ensemble.sync.estimate;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Deconvolver;
import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;

/** How loud music is heard: the pink-weighted (200 Hz to 9 kHz) energy of the response's first quarter of a second. */
final class LevelMeter {
    private static final int RATE = Sweep.RATE;
    private static final int WINDOW = RATE / 4;
    private static final int LEAD_IN = 48;
    private static final Fft FFT = new Fft(Fft.lengthFor(WINDOW));

    private static final Band BAND = new Band(200, 9000);
    private static final int FIRST_BIN = (int) (200.0 * FFT.length() / RATE) + 1;
    private static final int BINS = (int) Math.ceil(9000.0 * FFT.length() / RATE) - FIRST_BIN;

    private final Deconvolver deconvolver;

    LevelMeter(int length) {
        deconvolver = new Deconvolver(Sweep.samples(), length, RATE, BAND, 1e-3);
    }

    /**
     * What was heard from just before the first arrival on.
     *
     * @param power freed of noise
     * @param noise what the noise before the arrival would make in that time
     * @param spectrum whose squares make the power and the noise together: a real and an imaginary part for each bin
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Reading(double power, double noise, double[] spectrum) {
        Reading played(double gain) {
            return new Reading(
                    power / (gain * gain),
                    noise / (gain * gain),
                    Arrays.stream(spectrum).map(x -> x / gain).toArray());
        }

        /**
         * What two readings of the same sound have in common: its power, for noise is another each time.
         *
         * @param samples by how many later the arrival lies in the other's window
         */
        double shared(Reading other, double samples) {
            double sum = 0;
            for (int bin = 0; bin < BINS; bin++) {
                double re = spectrum[2 * bin] * other.spectrum[2 * bin]
                        + spectrum[2 * bin + 1] * other.spectrum[2 * bin + 1];
                double im = spectrum[2 * bin + 1] * other.spectrum[2 * bin]
                        - spectrum[2 * bin] * other.spectrum[2 * bin + 1];
                double angle = 2 * Math.PI * (FIRST_BIN + bin) * samples / FFT.length();
                sum += re * Math.cos(angle) + im * Math.sin(angle);
            }
            return sum;
        }
    }

    Reading read(double[] segment, int first, int noiseFrom, int noiseTo) {
        double[] h = deconvolver.real(segment);
        double[] heard = pink(h, first - LEAD_IN, first - LEAD_IN + WINDOW);
        double all = power(heard);
        double noise = power(pink(h, noiseFrom, noiseTo)) * WINDOW / (noiseTo - noiseFrom);
        return new Reading(Math.max(all - noise, 1e-3 * all), noise, heard);
    }

    private static double[] pink(double[] h, int from, int to) {
        double[] packed = FFT.spectrum(Arrays.copyOfRange(h, from, to));
        double[] out = new double[2 * BINS];
        for (int bin = 0; bin < BINS; bin++) {
            int k = FIRST_BIN + bin;
            double hertz = k * (double) RATE / FFT.length();
            // The deconvolver's soft edges are undone: half of the weight lies in the lowest two octaves.
            double weight = 1 / (Math.sqrt(hertz) * BAND.gain(hertz));
            out[2 * bin] = packed[2 * k] * weight;
            out[2 * bin + 1] = packed[2 * k + 1] * weight;
        }
        return out;
    }

    private static double power(double[] spectrum) {
        return Arrays.stream(spectrum).map(x -> x * x).sum();
    }
}
