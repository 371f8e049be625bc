package ensemble.sync.hold;

import ensemble.sync.dsp.Band;
import ensemble.sync.dsp.Deconvolver;
import ensemble.sync.dsp.Fft;
import ensemble.sync.probe.Sweep;
import java.util.Optional;

/**
 * Finds one sweep of one known speaker in a few seconds of microphone, while others may play on: undoes the sweep, and looks
 * where what is left resembles the speaker's fingerprint most. Pure; needs about 30 MB and a tenth of a second.
 */
public final class SweepFinder {
    /** That of a fingerprint. */
    private static final Band BAND = new Band(500, 9000);

    private static final double REGULARISATION = 0.01;

    /** Nearer to the best match than this is its own reflections, not noise: 60 ms. */
    private static final int OWN = 60 * Sweep.RATE / 1000;

    private SweepFinder() {}

    /**
     * The sweep.
     *
     * @param frame of the recording at which it began to arrive, to fractions, counted as the fingerprint's arrival is
     * @param clarity its match over the usual one elsewhere; from {@link WindowDecoder#CLEAR_ANYWHERE} on it is believed
     */
    public record Found(double frame, double clarity) {}

    /**
     * The sweep, if it is clear.
     *
     * @param heard at {@link Sweep#RATE}; the whole sweep has to be in it
     * @param print how that speaker is heard where the microphone stands
     */
    public static Optional<Found> find(float[] heard, Fingerprint print) {
        int length = Fft.lengthFor(heard.length + 2 * Sweep.frames());
        double[] recording = new double[length];
        for (int i = 0; i < heard.length; i++) {
            recording[i] = heard[i];
        }
        double[] response = new Deconvolver(Sweep.samples(), length, Sweep.RATE, BAND, REGULARISATION).real(recording);
        double[] match = match(response, print, new Fft(length));
        int last = Math.max(2, heard.length - Sweep.frames());
        int best = 1;
        for (int k = 1; k < last; k++) {
            best = match[k] > match[best] ? k : best;
        }
        double noise = 0;
        int count = 0;
        for (int k = 1; k < last; k++) {
            if (Math.abs(k - best) > OWN) {
                noise += match[k] * match[k];
                count++;
            }
        }
        double clarity = match[best] / (Math.sqrt(noise / Math.max(1, count)) + 1e-60);
        double curve = match[best - 1] - 2 * match[best] + match[best + 1];
        double part = curve < 0 ? Math.clamp(0.5 * (match[best - 1] - match[best + 1]) / curve, -0.5, 0.5) : 0;
        return count > 0 && clarity >= WindowDecoder.CLEAR_ANYWHERE
                ? Optional.of(new Found(best + part, clarity))
                : Optional.empty();
    }

    private static double[] match(double[] response, Fingerprint print, Fft fft) {
        double[] like = new double[response.length];
        for (int k = 0; k < Fingerprint.LENGTH; k++) {
            like[Math.floorMod(k - Fingerprint.LEAD, like.length)] = print.response()[k];
        }
        double[] conjugate = fft.spectrum(like);
        for (int k = 3; k < conjugate.length; k += 2) {
            conjugate[k] = -conjugate[k];
        }
        return fft.samples(Fft.multiply(fft.spectrum(response), conjugate));
    }
}
