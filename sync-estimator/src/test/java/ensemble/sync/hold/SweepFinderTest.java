package ensemble.sync.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.sync.probe.Sweep;
import ensemble.sync.simulation.Music;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One sweep at -30 dBFS by a speaker with reflections, in three seconds of music by others, at 48 kHz. */
final class SweepFinderTest {
    private static final int FRAMES = 3 * Sweep.RATE;
    private static final double GAIN = 0.0316;
    private static final double[] TAPS = {1, 0, 0.3, -0.2, 0.4, 0.1};
    private static final int TAP_FRAMES = 211;

    /** As a calibration would have it: the band-limited response, found with nothing else playing. */
    private static Fingerprint print() {
        float[] response = new float[Fingerprint.LENGTH];
        SplittableRandom quiet = new SplittableRandom(1);
        for (int tap = 0; tap < TAPS.length; tap++) {
            response[Fingerprint.LEAD + tap * TAP_FRAMES] = (float) TAPS[tap];
        }
        for (int k = 0; k < response.length; k++) {
            response[k] += (float) (1e-3 * quiet.nextGaussian());
        }
        return new Fingerprint(response);
    }

    private static float[] heard(int frame, double gain, double musicGain) {
        float[] music = Music.POP.make(new SplittableRandom(7), FRAMES);
        double[] sweep = Sweep.samples();
        SplittableRandom noise = new SplittableRandom(8);
        float[] out = new float[FRAMES];
        for (int k = 0; k < FRAMES; k++) {
            double sum = musicGain * music[k] + 1e-4 * noise.nextGaussian();
            for (int tap = 0; tap < TAPS.length; tap++) {
                int at = k - frame - tap * TAP_FRAMES;
                sum += at >= 0 && at < sweep.length ? gain * TAPS[tap] * sweep[at] : 0;
            }
            out[k] = (float) sum;
        }
        return out;
    }

    /** Music peaks near full scale before its factor: 0.3 of it is 20 dB over the sweep. */
    @ParameterizedTest
    @CsvSource({"40000, 0", "40000, 0.1", "40000, 0.3", "3, 0.3", "119000, 0.3"})
    void aSweepUnderMusicIsFoundToAFractionOfASample(int frame, double music) {
        Optional<SweepFinder.Found> found = SweepFinder.find(heard(frame, GAIN, music), print());

        assertTrue(found.isPresent(), "not found");
        assertEquals(frame, found.get().frame(), 0.5, found.toString());
    }

    @ParameterizedTest
    @CsvSource({"0", "0.1", "0.3", "1"})
    void musicAloneIsNoSweep(double music) {
        assertEquals(Optional.empty(), SweepFinder.find(heard(40_000, 0, music), print()));
    }

    @Test
    void aSweepThatDrownsIsNotGuessed() {
        assertEquals(Optional.empty(), SweepFinder.find(heard(40_000, GAIN * 0.01, 1), print()));
    }
}
