package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MixerTest {
    private static final int BLOCK = 480;
    private static final int LATENCY = Mixer.LATENCY_FRAMES;

    private final MixDesk desk = new MixDesk(List.of("a", "b"));
    private final Mixer mixer = desk.mixer();
    private long frame;

    private static OutputMix output(double db, double delayFrames) {
        return new OutputMix(new Gain(db), Role.STEREO, new DelayMicros(delayFrames * 1e6 / Program.RATE));
    }

    /** Left channel of output a. */
    private float[] play(Program program, int frames) {
        float[] heard = new float[frames];
        float[] in = new float[2 * BLOCK];
        float[] out = new float[4 * BLOCK];
        int done = 0;
        while (done < frames) {
            program.fill(frame, in, BLOCK);
            mixer.program(in, 0, BLOCK);
            frame += BLOCK;
            for (int ready = Math.min(mixer.ready(), BLOCK); ready > 0; ready = Math.min(mixer.ready(), BLOCK)) {
                mixer.render(out, 0, ready);
                for (int at = 0; at < ready && done < frames; at++) {
                    heard[done++] = out[4 * at];
                }
            }
        }
        return heard;
    }

    @ParameterizedTest
    @ValueSource(doubles = {80, -80, 200})
    void aGrowingDelayFollowsItsSlopeAndTheSameWishAgainGoesOn(double ppm) {
        OutputMix growing = new OutputMix(Gain.UNITY, Role.STEREO, new DelayMicros(20_000), ppm);
        desk.apply(new Mix(Map.of("a", growing)));
        Program noise = Program.noise(5);
        int before = 3 * Program.RATE;
        play(noise, before);
        desk.apply(new Mix(Map.of("a", growing, "b", output(0, 5))));
        float[] heard = play(noise, Program.RATE);

        float[] sent = new float[Program.RATE];
        for (int at = 0; at < sent.length; at++) {
            sent[at] = noise.left(before - LATENCY + at);
        }
        double middle = 3.5 * ppm;
        assertEquals(
                960 + middle * 0.048, Take.lag(sent, heard, 0, sent.length, 1200), 0.5 * Math.abs(ppm) * 0.048 * 0.3);
    }

    @Test
    void aDelayShrinksToNothingAndStaysThere() {
        desk.apply(new Mix(Map.of("a", new OutputMix(Gain.UNITY, Role.STEREO, new DelayMicros(100), -200))));
        Program noise = Program.noise(5);
        play(noise, Program.RATE);
        float[] heard = play(noise, 1000);

        for (int at = 0; at < 1000; at++) {
            assertEquals(noise.left(Program.RATE - LATENCY + at), heard[at], 1e-6f, "frame " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 239, 480, 48_001, 144_000})
    void wholeFramesOfDelayAreExactCopies(int delay) {
        desk.apply(new Mix(Map.of("a", output(0, delay))));
        Program noise = Program.noise(7);
        int start = 150_000;
        float[] heard = play(noise, start + 1000);

        float[] expected = new float[1000];
        for (int at = 0; at < 1000; at++) {
            expected[at] = noise.left(start + at - delay - LATENCY);
        }
        assertArrayEquals(expected, Arrays.copyOfRange(heard, start, start + 1000));
    }

    @Test
    void aWishThatSilencesInTheMiddleOfAChangeOfRoleIsCarried() {
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        play(Program.tones(440, 440), 4800);
        desk.apply(new Mix(Map.of("a", new OutputMix(Gain.UNITY, Role.LEFT, DelayMicros.NONE))));
        play(Program.tones(440, 440), BLOCK / 2);
        long ticket = desk.apply(Mix.SILENCE);
        play(Program.tones(440, 440), 9600);

        assertEquals(ticket, mixer.carried(mixer.rendered()));
    }

    @ParameterizedTest
    @CsvSource({"50, 0.5", "997, 0.25", "8000, 0.5", "12000, 0.77", "18000, 0.5"})
    void theResponseIsFlatBetweenFrames(double hertz, double fraction) {
        desk.apply(new Mix(Map.of("a", output(0, 100 + fraction))));
        float[] heard = play(Program.tones(hertz, hertz), 48_000);

        double db = 20 * Math.log10(Take.amplitude(heard, hertz, 9600, 48_000) / 0.4);
        assertEquals(0, db, 0.05);
    }

    @Test
    void rampsAndDelayChangesTakeNoStepLargerThanTheProgramsOwn() {
        Program tone = Program.tones(440, 440);
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        float own = Take.largestStep(play(tone, 9600), 4800, 9600);
        double[] delays = {0, 4999.3, 17, 0.5, 143_999};
        for (int turn = 0; turn < 40; turn++) {
            OutputMix wish = output(turn % 4 == 3 ? Double.NEGATIVE_INFINITY : -turn % 3, delays[turn % 5]);
            desk.apply(new Mix(Map.of("a", wish)));
            // 7 ms: many wishes arrive in the middle of the last one's ramp.
            float[] heard = play(tone, turn % 2 == 0 ? 336 : 2400);
            assertTrue(Take.largestStep(heard, 0, heard.length) <= 1.02f * own, "turn " + turn);
        }
    }

    @Test
    void aDelayChangedWhileSoundingHoldsExactlyAfterTheFade() {
        Program noise = Program.noise(11);
        desk.apply(new Mix(Map.of("a", output(0, 10))));
        play(noise, 4800);
        desk.apply(new Mix(Map.of("a", output(0, 777))));
        long start = mixer.rendered();
        // 20 ms of fade, and the wish is picked up at a boundary.
        float[] heard = play(noise, 960 + 240 + 1000);

        float[] expected = new float[1000];
        for (int at = 0; at < 1000; at++) {
            expected[at] = noise.left(start + 1200 + at - 777 - LATENCY);
        }
        assertArrayEquals(expected, Arrays.copyOfRange(heard, 1200, 2200));
    }

    @Test
    void silenceIsExactAfterTheRamp() {
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        play(Program.tones(440, 440), 4800);
        desk.apply(Mix.SILENCE);
        play(Program.tones(440, 440), 720 + 240);

        assertEquals(0, Take.peak(play(Program.tones(440, 440), 4800), 0, 4800));
    }

    /** Schedule 9635: silenced while the audio server was away, the kitchen was heard for a moment when it came back. */
    @Test
    void whatWasSilencedWhileNothingWasHeardIsNotHeardAgain() {
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        play(Program.tones(440, 440), 4800);
        desk.apply(Mix.SILENCE);
        desk.mixer().startAnew();

        assertEquals(0, Take.peak(play(Program.tones(440, 440), 4800), 0, 4800));
    }

    @Test
    void theGuardBendsPeaksOnlyAboveUnityAndOnlyLoudOnes() {
        desk.apply(new Mix(Map.of("a", output(6, 0))));
        float[] quiet = play(Program.tones(440, 440), 9600);
        assertEquals(0.4 * Math.pow(10, 0.3), Take.amplitude(quiet, 440, 4800, 9600), 1e-3);

        desk.apply(new Mix(Map.of("a", output(12, 0))));
        float[] loud = play(Program.tones(440, 440), 9600);
        float peak = Take.peak(loud, 4800, 9600);
        assertTrue(peak > 0.9f && peak < 1, "peak " + peak);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, -1024, 3})
    void aShiftMovesTheProgramWithoutABreakAndEndsOnWholeFrames(int shift) {
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        // A negative shift needs no program in hand; a positive one catches up with what waits.
        mixer.program(new float[2 * 4096], 0, 4096);
        play(Program.tones(997, 997), 9600);
        mixer.shift(shift);
        assertTrue(mixer.shifting());
        float[] during = play(Program.tones(997, 997), Math.abs(shift) * 400 + 4800);
        assertEquals(-1, Take.firstBreak(during, 997, 0, during.length));
        assertFalse(mixer.shifting());

        Program noise = Program.noise(3);
        long before = mixer.rendered();
        long lag = frame - before;
        float[] after = play(noise, 9600);
        // Which frame of the program is heard is the one that was taken in last, less what still waits.
        float[] expected = new float[1000];
        for (int at = 0; at < 1000; at++) {
            expected[at] = noise.left(before + 8000 + at + shift - 4096 - LATENCY);
        }
        assertArrayEquals(expected, Arrays.copyOfRange(after, 8000, 9000), "lag " + lag);
    }

    @Test
    void aTicketIsCarriedWhenItsRampHasBeenRendered() {
        desk.apply(new Mix(Map.of("a", output(0, 0))));
        play(Program.tones(440, 440), 4800);
        long ticket = desk.apply(new Mix(Map.of("b", output(0, 0))));
        long applied = mixer.rendered();
        play(Program.tones(440, 440), 4800);

        assertTrue(mixer.carried(applied + 700) < ticket);
        assertEquals(ticket, mixer.carried(applied + 720 + 240));
    }

    /** Found by the check of hardware: a tone went to a sink, and the sink was said to be silent. */
    @Test
    void anInsertIsSoundToo() {
        play(Program.tones(0, 0), 4800);
        assertFalse(mixer.sounded(0, 4800));
        Insert.Cue cue = new Insert.Cue(0, 1, new float[] {0.5f});
        desk.insert(new Insert(Map.of("a", List.of(cue)), 10));
        play(Program.tones(0, 0), 960);

        assertTrue(mixer.sounded(0, 4800));
        assertFalse(mixer.sounded(1, 4800));
    }

    @Test
    void renderingAllocatesNothing() {
        float[] in = new float[2 * BLOCK];
        float[] out = new float[4 * BLOCK];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        MixTarget[] wishes = {
            MixTarget.of(1, desk.outputs(), new Mix(Map.of("a", output(3, 100.5), "b", output(0, 7)))),
            MixTarget.of(2, desk.outputs(), new Mix(Map.of("a", output(0, 4321.1))))
        };
        long before = 0;
        for (int block = 0; block < 6000; block++) {
            if (block == 3000) {
                before = threads.getCurrentThreadAllocatedBytes();
            }
            mixer.publish(wishes[block / 7 % 2]);
            if (block % 100 == 0) {
                mixer.shift(block % 200 == 0 ? 2 : -2);
            }
            mixer.program(in, 0, BLOCK);
            mixer.render(out, 0, Math.min(mixer.ready(), BLOCK));
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 4096, bytes + " bytes in 3000 blocks");
    }
}
