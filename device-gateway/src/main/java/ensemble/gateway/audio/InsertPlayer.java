package ensemble.gateway.audio;

import java.util.OptionalLong;

/** Adds the insert to what the mixer renders. All but {@link #publish} belongs to the audio thread. */
final class InsertPlayer {
    private final SettledTickets played = new SettledTickets();
    private volatile InsertTarget target = InsertTarget.NONE;
    private InsertTarget taken = InsertTarget.NONE;
    private int at;
    private boolean playing;

    /** Outputs that got something of it in the last block, a bit for each. */
    private int sounded;

    void publish(InsertTarget wish) {
        target = wish;
    }

    /**
     * Adds its next frames to an interleaved block that begins with frame {@code rendered}, for which the program is read from
     * {@code position}.
     */
    void add(float[] to, int atSample, int outputs, int frames, long rendered, long position) {
        sounded = 0;
        InsertTarget wish = target;
        if (wish != taken) {
            taken = wish;
            at = 0;
            playing = true;
            wish.beganAt = position;
        }
        if (!playing) {
            return;
        }
        int now = Math.min(frames, taken.frames - at);
        for (int output = 0; output < taken.cues.length; output++) {
            for (Insert.Cue cue : taken.cues[output]) {
                if (mix(cue, to, atSample + 2 * output, 2 * outputs, now)) {
                    sounded |= 1 << output;
                }
            }
        }
        at += now;
        if (at >= taken.frames) {
            playing = false;
            played.add(taken.ticket, rendered + now);
        }
    }

    private boolean mix(Insert.Cue cue, float[] to, int atSample, int stride, int frames) {
        int from = Math.max(at, cue.frame());
        int until = Math.min(at + frames, cue.frame() + cue.wave().length);
        for (int frame = from; frame < until; frame++) {
            float sample = cue.gain() * cue.wave()[frame - cue.frame()];
            int sampleAt = atSample + (frame - at) * stride;
            to[sampleAt] += sample;
            to[sampleAt + 1] += sample;
        }
        return until > from;
    }

    /** Where in the program the newest insert began, if it is that one. Any thread. */
    OptionalLong began(long ticket) {
        InsertTarget newest = target;
        long position = newest.beganAt;
        return newest.ticket == ticket && position != InsertTarget.NOT_BEGUN
                ? OptionalLong.of(position)
                : OptionalLong.empty();
    }

    /** Whether an output got something of it in the last block. */
    boolean sounded(int output) {
        return (sounded >> output & 1) != 0;
    }

    /** Highest ticket that was over by a frame. */
    long playedOut(long frame) {
        return played.upTo(frame);
    }
}
