package ensemble.sync.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three flat speakers without a room play noise with their marks; the microphone hears them at known delays. */
final class WindowDecoderTest {
    private static final int FRAMES = 15 * 48_000;
    private static final int[] DELAYS = {9_600, 9_648, 9_590};

    private final float[] program = new float[FRAMES];
    private final WindowDecoder decoder = new WindowDecoder(List.of(click(), click(), click()));

    private static Fingerprint click() {
        float[] response = new float[Fingerprint.LENGTH];
        response[Fingerprint.LEAD] = 1;
        return new Fingerprint(response);
    }

    @BeforeEach
    void play() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < FRAMES; k++) {
            program[k] = (float) (0.1 * random.nextGaussian());
        }
    }

    private float[] heard(int... delays) {
        float[][] marks = MarkGenerator.of(delays.length, program, 0);
        SplittableRandom random = new SplittableRandom(3);
        float[] air = new float[FRAMES];
        for (int k = 0; k < FRAMES; k++) {
            double sum = 0.01 * random.nextGaussian();
            for (int i = 0; i < delays.length; i++) {
                int at = k - delays[i];
                sum += at >= 0 ? 0.3 * (program[at] + marks[i][at]) : 0;
            }
            air[k] = (float) sum;
        }
        return air;
    }

    private List<Hearing> decode(float[] air, boolean anywhere) {
        List<Optional<Expected>> expected = new ArrayList<>();
        for (int ignored : DELAYS) {
            expected.add(Optional.of(new Expected(0.2, 0, 4)));
        }
        return decoder.decode(new Window(0, new float[][] {program}, program, air, 0), expected, anywhere);
    }

    private static void assertHeard(int frames, Hearing hearing) {
        var heard = assertInstanceOf(Hearing.Heard.class, hearing, hearing::toString);
        assertEquals(frames / 48_000.0, heard.delay(), 20e-6);
    }

    @Test
    void everySpeakerIsToldFromTheOthers() {
        List<Hearing> hearings = decode(heard(DELAYS), false);
        for (int i = 0; i < DELAYS.length; i++) {
            assertHeard(DELAYS[i], hearings.get(i));
        }
    }

    @Test
    void whoHasSteppedFarIsFoundOnlyIfLookedForAndNeverMistaken() {
        float[] air = heard(DELAYS[0], DELAYS[1] + 14_400, DELAYS[2]);
        assertEquals(new Hearing.Unheard(Hearing.Why.BURIED), decode(air, false).get(1));
        List<Hearing> hearings = decode(air, true);
        assertHeard(DELAYS[1] + 14_400, hearings.get(1));
        assertHeard(DELAYS[0], hearings.get(0));
    }

    @Test
    void silenceIsAPauseAndNotAFault() {
        Arrays.fill(program, 0);
        for (Hearing one : decode(heard(DELAYS), true)) {
            assertEquals(new Hearing.Unheard(Hearing.Why.PAUSE), one);
        }
    }
}
