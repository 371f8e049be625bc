package ensemble.sync.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.sync.simulation.Music;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkGeneratorTest {
    private static final int RATE = 48_000;

    private static double rms(float[] x, int from, int to) {
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += x[k] * x[k];
        }
        return Math.sqrt(sum / (to - from));
    }

    private static float[] noise(int frames) {
        SplittableRandom random = new SplittableRandom(3);
        float[] x = new float[frames];
        for (int k = 0; k < frames; k++) {
            x[k] = (float) (0.1 * random.nextGaussian());
        }
        return x;
    }

    @Test
    void aMarkLiesThirtyFiveDecibelsUnderWhiteNoiseInItsBand() {
        float[] program = noise(10 * RATE);
        float[][] marks = MarkGenerator.of(2, program, 0);
        double share = (9000.0 - 400) / 24_000;
        for (float[] mark : marks) {
            double under = 20 * Math.log10(rms(mark, RATE, 10 * RATE) / rms(program, RATE, 10 * RATE));
            assertEquals(-35 + 10 * Math.log10(share), under, 0.5);
        }
    }

    @ParameterizedTest
    @EnumSource(Music.class)
    void noMomentOfMusicHasAMarkThatIsNotFarUnderWhatWasJustPlayed(Music kind) {
        float[] program = kind.make(new SplittableRandom(1), 10 * RATE);
        float[] mark = MarkGenerator.of(1, program, 0)[0];
        for (int from = 2048; from + 2400 < program.length; from += 2400) {
            double just = rms(program, from - 2048, from + 2400);
            assertTrue(rms(mark, from, from + 2400) <= just * Math.pow(10, -33 / 20.0), "at " + from);
        }
    }

    @Test
    void aPauseHasNone() {
        float[] program = noise(2 * RATE);
        Arrays.fill(program, RATE, 2 * RATE, 0);
        float[] mark = MarkGenerator.of(1, program, 0)[0];
        assertTrue(rms(mark, RATE / 2, RATE) > 0);
        assertEquals(0, rms(mark, RATE + MarkGenerator.SETTLING, 2 * RATE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 5000, 4_800_001})
    void whoeverHasTheProgramMakesTheSameMarkFromAnywhereOn(int from) {
        float[] program = noise(RATE);
        float[][] all = MarkGenerator.of(3, program, 4_800_000L * (from > RATE ? 1 : 0));
        int at = from > RATE ? from - 4_800_000 : from;
        float[][] later = MarkGenerator.of(3, Arrays.copyOfRange(program, at, RATE), from);
        for (int i = 0; i < 3; i++) {
            for (int k = MarkGenerator.SETTLING; k < later[i].length; k++) {
                assertEquals(all[i][at + k], later[i][k], "at " + k);
            }
        }
    }

    @Test
    void inBlocksOfAnySizeItIsTheSame() {
        float[] program = noise(20_000);
        float[] whole = MarkGenerator.of(1, program, 77)[0];
        MarkGenerator generator = new MarkGenerator(1, 77);
        SplittableRandom random = new SplittableRandom(5);
        float[][] block = new float[1][3000];
        for (int at = 0; at < program.length; ) {
            int count = Math.min(random.nextInt(1, 3000), program.length - at);
            generator.next(Arrays.copyOfRange(program, at, at + count), count, block);
            for (int k = 0; k < count; k++) {
                assertEquals(whole[at + k], block[0][k]);
            }
            at += count;
        }
    }

    @Test
    void twoSpeakersMarksHaveNothingInCommon() {
        float[] program = noise(10 * RATE);
        float[][] marks = MarkGenerator.of(2, program, 0);
        double sum = 0;
        for (int k = 0; k < program.length; k++) {
            sum += marks[0][k] * marks[1][k];
        }
        double one = rms(marks[0], 0, program.length) * rms(marks[1], 0, program.length) * program.length;
        assertTrue(Math.abs(sum) < 0.01 * one, sum / one + "");
    }
}
