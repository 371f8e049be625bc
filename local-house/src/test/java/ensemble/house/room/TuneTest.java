package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TuneTest {
    private static float[] loops(int count) {
        float[] all = new float[2 * count * Tune.FRAMES];
        Tune tune = new Tune();
        float[] block = new float[2 * 1000];
        for (int at = 0; at < all.length; at += 2000) {
            assertEquals(1000, tune.fill(block, 1000));
            System.arraycopy(block, 0, all, at, 2000);
        }
        return all;
    }

    @Test
    void itPeaksAtMinusTwelve() {
        float most = 0;
        for (float sample : loops(1)) {
            most = Math.max(most, Math.abs(sample));
        }
        assertEquals(-12, 20 * Math.log10(most), 0.1);
    }

    @Test
    void itComesRoundToTheSameSamplesWithoutAStep() {
        float[] twice = loops(2);
        int length = twice.length / 2;
        assertArrayEquals(Arrays.copyOf(twice, length), Arrays.copyOfRange(twice, length, 2 * length));
        float steepest = 0;
        for (int i = 2; i < length; i++) {
            steepest = Math.max(steepest, Math.abs(twice[i] - twice[i - 2]));
        }
        assertTrue(Math.abs(twice[length] - twice[length - 2]) <= steepest);
        assertTrue(steepest < 0.25, "steepest " + steepest);
    }

    /** Neither side nor their mean is ever quieter than -46 dBFS for 50 ms: a test can tell a gap from music. */
    @Test
    void itIsNeverSilent() {
        float[] once = loops(1);
        for (int from = 0; from + 2400 <= Tune.FRAMES; from += 240) {
            float left = 0;
            float right = 0;
            float middle = 0;
            for (int k = from; k < from + 2400; k++) {
                left = Math.max(left, Math.abs(once[2 * k]));
                right = Math.max(right, Math.abs(once[2 * k + 1]));
                middle = Math.max(middle, Math.abs(once[2 * k] + once[2 * k + 1]) / 2);
            }
            assertTrue(Math.min(left, Math.min(right, middle)) > 0.005, "from frame " + from);
        }
    }

    @Test
    void itHasSomethingInEveryOctaveFromAHundredHertzToTwelveThousand() {
        int size = 1 << 18;
        float[] once = loops(1);
        double[] x = new double[2 * size];
        for (int k = 0; k < size; k++) {
            x[2 * k] = once[2 * k];
        }
        Delays.fft(x, false);
        double whole = energy(x, size, 20, 20_000);
        for (double low = 100; low < 12_000; low *= 2) {
            double share = 10 * Math.log10(energy(x, size, low, 2 * low) / whole);
            assertTrue(share > -40, "from " + low + " Hz: " + share + " dB");
        }
    }

    private static double energy(double[] x, int size, double low, double high) {
        double sum = 0;
        for (int bin = (int) (low * size / 48_000); bin < high * size / 48_000; bin++) {
            sum += x[2 * bin] * x[2 * bin] + x[2 * bin + 1] * x[2 * bin + 1];
        }
        return sum;
    }
}
