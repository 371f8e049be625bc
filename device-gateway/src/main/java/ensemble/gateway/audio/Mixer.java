package ensemble.gateway.audio;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One stereo program in, one block of 2N channels out: output {@code i} has channels {@code 2i} and {@code 2i + 1}. All
 * outputs read from one ring with one head, so that they stay in step whatever the clock does. Wishes come from any
 * thread by {@link #publish}; everything else belongs to the audio thread. Renders without allocating.
 */
public final class Mixer {
    public static final int FRAMES_PER_SECOND = 48_000;

    /** How far the mixer itself is behind the program: what the interpolator looks ahead. */
    public static final int LATENCY_FRAMES = Interpolator.AFTER;

    /** Most frames that are rendered in one go; wishes are picked up between them. */
    static final int CHUNK = 240;

    private final int outputs;
    private final ProgramRing ring = new ProgramRing();
    private final ReadHead head = new ReadHead();
    private final Feed.Scratch scratch = new Feed.Scratch();
    private final OutputStrip[] strips;
    private final long[] lastSound;
    private final SettledTickets settled = new SettledTickets();
    private final InsertPlayer insert = new InsertPlayer();
    private final Ducker ducker = new Ducker();
    private volatile MixTarget target;
    private volatile @Nullable Marks marks;
    private MixTarget taken;
    private boolean settling;
    private long rendered;

    /** A mixer for so many outputs, all silent. */
    public Mixer(int outputs) {
        this.outputs = outputs;
        strips = new OutputStrip[outputs];
        lastSound = new long[outputs];
        for (int output = 0; output < outputs; output++) {
            strips[output] = new OutputStrip();
            lastSound[output] = Long.MIN_VALUE / 2;
        }
        target = MixTarget.silence(outputs);
        taken = target;
    }

    /** Hands over a wish; the next block begins to follow it. Any thread. */
    public void publish(MixTarget wish) {
        target = wish;
    }

    /** Hands over what is to be played on top, from the next block on; it replaces what is still playing. Any thread. */
    public void publish(InsertTarget wish) {
        insert.publish(wish);
    }

    /** Marks each output under the program from now on; null = no more. Any thread. */
    public void mark(@Nullable Marks how) {
        marks = how;
    }

    /** Wishes for the program to be lowered by a factor everywhere; 1 = as it is. Any thread. */
    public void duck(float factor) {
        ducker.aim(factor);
    }

    /** Takes in program, interleaved stereo. */
    public void program(float[] stereo, int atSample, int frames) {
        Marks marking = marks;
        if (marking != null) {
            marking.append(stereo, atSample, frames, ring.written());
        }
        ring.append(stereo, atSample, frames);
    }

    /** Frames that can be rendered from what was taken in. */
    public int ready() {
        return head.ready(ring.written());
    }

    /** Lets the program catch up (positive) or fall back by so many frames, inaudibly slowly. */
    public void shift(int frames) {
        head.shift(frames);
    }

    /** Whether a {@link #shift} is under way. */
    public boolean shifting() {
        return head.slewing();
    }

    /** Renders interleaved frames of all channels; at most {@link #ready}. */
    public void render(float[] to, int atSample, int frames) {
        int done = 0;
        while (done < frames) {
            takeTarget();
            int now = head.steady(Math.min(CHUNK, frames - done));
            int at = atSample + done * 2 * outputs;
            Marks marking = marks;
            for (int output = 0; output < outputs; output++) {
                scratch.marks(marking, output);
                if (strips[output].render(ring, head, scratch, to, at + 2 * output, 2 * outputs, now)) {
                    lastSound[output] = rendered + now;
                }
            }
            ducker.apply(to, at, 2 * outputs, now);
            insert.add(to, at, outputs, now, rendered, head.parts() / ReadHead.PARTS);
            for (int output = 0; output < outputs; output++) {
                if (insert.sounded(output)) {
                    lastSound[output] = rendered + now;
                }
            }
            head.advance(now);
            rendered += now;
            done += now;
            noteSettled();
        }
    }

    /**
     * Stands where the wish stands at once, on the audio thread: nothing was heard until now, so there is nothing to ramp from,
     * and what was silenced meanwhile must not be heard for the length of a ramp.
     */
    public void startAnew() {
        for (OutputStrip strip : strips) {
            strip.mute();
        }
        taken = MixTarget.silence(outputs);
        takeTarget();
        for (OutputStrip strip : strips) {
            strip.land();
        }
    }

    private void takeTarget() {
        MixTarget wish = target;
        if (wish != taken) {
            taken = wish;
            settling = true;
            for (int output = 0; output < outputs; output++) {
                strips[output].aim(
                        wish.gains[output], wish.delayFrames[output], wish.slopes[output], wish.roles[output]);
            }
        }
    }

    private void noteSettled() {
        if (!settling) {
            return;
        }
        for (OutputStrip strip : strips) {
            if (!strip.settled()) {
                return;
            }
        }
        settling = false;
        settled.add(taken.ticket, rendered);
    }

    /** Frames rendered so far. */
    public long rendered() {
        return rendered;
    }

    /** Highest ticket that was completely true by the time frame {@code played} was rendered. */
    public long carried(long played) {
        return settled.upTo(played);
    }

    /** Highest insert that had been played out, or replaced, by the time frame {@code played} was rendered. */
    public long inserted(long played) {
        return insert.playedOut(played);
    }

    /** As {@link AudioGraph#began}. Any thread. */
    public OptionalLong began(long ticket) {
        return insert.began(ticket);
    }

    /** Whether other than silence came in within the last frames. */
    public boolean programSounded(int withinFrames) {
        return ring.sounded(withinFrames);
    }

    /** Whether an output had audible signal within the last frames before now. */
    public boolean sounded(int output, int withinFrames) {
        return rendered - lastSound[output] < withinFrames;
    }
}
