package ensemble.sync.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The calibration signal of one house: a short noise that wakes every speaker, then one sweep after another, each
 * on one speaker alone, there and back (A B C C B A) so that a microphone's clock cancels, then speaker A again 6 dB
 * lower, which a microphone with an automatic gain gives away; with up to four speakers that is the start of a third
 * round. It must be played and recorded without a gap. The same number of speakers always gives the same samples.
 *
 * @param speakers 2 to 16
 * @param slots in the order of time
 * @param frames length at {@link Sweep#RATE}
 */
public record Probe(int speakers, List<Slot> slots, int frames) {
    public static final int MIN_SPEAKERS = 2;
    public static final int MAX_SPEAKERS = 16;

    /** Between the starts of two slots: sweep, 0.5 s of difference in latency, and a room's ringing. */
    public static final int SLOT_FRAMES = (int) (1.1 * Sweep.RATE);

    /** Peak of every sweep that is not a lowered one, full scale = 1. */
    public static final double PEAK = 0.5;

    /** How much lower the slot is that tells an automatic gain: 6.02 dB. */
    public static final double LOWERED = 0.5;

    private static final int THREE_ROUNDS_UP_TO = 4;
    private static final int WARM_UP_FRAMES = Sweep.RATE / 2;
    private static final double WARM_UP_PEAK = 0.2;
    private static final int FIRST_SLOT = (int) (1.05 * Sweep.RATE);

    public Probe {
        slots = List.copyOf(slots);
    }

    /** @throws IllegalArgumentException if not 2 to 16 */
    public static Probe of(int speakers) {
        if (speakers < MIN_SPEAKERS || speakers > MAX_SPEAKERS) {
            throw new IllegalArgumentException("a probe is for 2 to 16 speakers, not " + speakers);
        }
        List<Slot> slots = new ArrayList<>();
        int rounds = speakers <= THREE_ROUNDS_UP_TO ? 3 * speakers : 2 * speakers + 1;
        for (int k = 0; k < rounds; k++) {
            int speaker = k < speakers ? k : k < 2 * speakers ? 2 * speakers - 1 - k : k - 2 * speakers;
            double gain = k == 2 * speakers ? LOWERED : 1;
            slots.add(new Slot(speaker, FIRST_SLOT + k * SLOT_FRAMES, gain));
        }
        return new Probe(speakers, slots, FIRST_SLOT + rounds * SLOT_FRAMES);
    }

    /** The slots of one speaker, in the order of time; at least two. */
    public List<Slot> slotsOf(int speaker) {
        return slots.stream().filter(slot -> slot.speaker() == speaker).toList();
    }

    public double seconds() {
        return frames / (double) Sweep.RATE;
    }

    /** What one speaker plays from the probe's start to its end. */
    public float[] channel(int speaker) {
        float[] out = new float[frames];
        float[] warmUp = warmUp();
        System.arraycopy(warmUp, 0, out, 0, warmUp.length);
        double[] sweep = Sweep.samples();
        for (Slot slot : slotsOf(speaker)) {
            for (int i = 0; i < sweep.length; i++) {
                out[slot.start() + i] = (float) (PEAK * slot.gain() * sweep[i]);
            }
        }
        return out;
    }

    /** The noise at the probe's start: it swells and fades, the same for everybody. */
    public static float[] warmUp() {
        float[] out = new float[WARM_UP_FRAMES];
        SplittableRandom random = new SplittableRandom(1);
        double smooth = 0;
        for (int i = 0; i < WARM_UP_FRAMES; i++) {
            smooth += 0.2 * (random.nextDouble() * 2 - 1 - smooth);
            out[i] = (float) (WARM_UP_PEAK * smooth * Math.sin(Math.PI * i / WARM_UP_FRAMES));
        }
        return out;
    }
}
