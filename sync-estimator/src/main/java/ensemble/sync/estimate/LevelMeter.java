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

    private final Deconvolver deconvolver;

    LevelMeter(int length) {
        deconvolver = new Deconvolver(Sweep.samples(), length, RATE, BAND, 1e-3);
    }

    /**
     * Energy from the first arrival on.
     *
     * @param power freed of noise
     * @param noise what the noise before the arrival would make in that time
     */
    record Reading(double power, double noise) {}

    Reading read(double[] segment, int first, int noiseFrom, int noiseTo) {
        double[] h = deconvolver.real(segment);
        double all = pink(h, first - LEAD_IN, first - LEAD_IN + WINDOW);
        double noise = pink(h, noiseFrom, noiseTo) * WINDOW / (noiseTo - noiseFrom);
        return new Reading(Math.max(all - noise, 1e-3 * all), noise);
    }

    private static double pink(double[] h, int from, int to) {
        double[] packed = FFT.spectrum(Arrays.copyOfRange(h, from, to));
        double sum = 0;
        for (int k = 1; k < packed.length / 2; k++) {
            double hertz = k * (double) RATE / packed.length;
            if (hertz > 200 && hertz < 9000) {
                // The deconvolver's soft edges are undone: half of the weight lies in the lowest two octaves.
                double power = packed[2 * k] * packed[2 * k] + packed[2 * k + 1] * packed[2 * k + 1];
                sum += power / hertz / (BAND.gain(hertz) * BAND.gain(hertz));
            }
        }
        return sum;
    }
}
