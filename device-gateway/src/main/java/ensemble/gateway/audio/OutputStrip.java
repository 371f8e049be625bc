package ensemble.gateway.audio;

import ensemble.contract.value.Role;

/** One output of the mixer: its gain, its feed, and the cross-fade to its next feed. */
final class OutputStrip {
    private static final int GAIN_FRAMES = Mixer.FRAMES_PER_SECOND * 15 / 1000;
    private static final int CROSSFADE_FRAMES = Mixer.FRAMES_PER_SECOND * 20 / 1000;
    private static final float KNEE = 0.9f;
    private static final float AUDIBLE = 1e-5f;

    private final Fade gain = new Fade(GAIN_FRAMES, 0);
    private final Fade crossfade = new Fade(CROSSFADE_FRAMES, 0);
    private Feed feed = new Feed();
    private Feed next = new Feed();
    private double wantedDelay;
    private double wantedSlope;
    private Role wantedRole = Role.STEREO;

    /** Takes a new wish at a block's boundary. */
    void aim(float factor, double delayFrames, double slope, Role role) {
        if (factor > 0 || gain.value() == 0) {
            wantedDelay = delayFrames;
            wantedSlope = slope;
            wantedRole = role;
        }
        if (gain.value() == 0) {
            crossfade.jump(0);
            // The same wish again goes on from where its delay has come to.
            if (!feed.is(wantedDelay, wantedSlope, wantedRole)) {
                feed.set(wantedDelay, wantedSlope, wantedRole);
            }
        }
        gain.head(factor);
    }

    /** Silent at once, for when nothing of it is heard anyway. */
    void mute() {
        gain.jump(0);
        crossfade.jump(0);
    }

    /** At its goal at once. */
    void land() {
        gain.jump(gain.goal());
    }

    boolean settled() {
        // In silence a cross-fade stands still: nobody can hear how far it came.
        boolean fed = !crossfade.moving() && feed.is(wantedDelay, wantedSlope, wantedRole);
        return !gain.moving() && (gain.goal() == 0 || fed);
    }

    /** Writes its two channels of an interleaved block; true if something audible was among it. */
    boolean render(ProgramRing ring, ReadHead head, Feed.Scratch scratch, float[] to, int at, int stride, int frames) {
        if (gain.goal() == 0 && !gain.moving()) {
            for (int frame = 0, sample = at; frame < frames; frame++, sample += stride) {
                to[sample] = 0;
                to[sample + 1] = 0;
            }
            feed.pass(frames);
            return false;
        }
        if (!crossfade.moving() && !feed.is(wantedDelay, wantedSlope, wantedRole)) {
            next.set(wantedDelay, wantedSlope, wantedRole);
            crossfade.jump(0);
            crossfade.head(1);
        }
        feed.render(ring, head, scratch, frames);
        if (crossfade.moving()) {
            next.render(ring, head, scratch, frames);
            blend(frames);
        }
        return interleave(to, at, stride, frames);
    }

    private void blend(int frames) {
        for (int frame = 0; frame < frames; frame++) {
            float share = crossfade.next();
            feed.left[frame] += share * (next.left[frame] - feed.left[frame]);
            feed.right[frame] += share * (next.right[frame] - feed.right[frame]);
        }
        if (!crossfade.moving()) {
            Feed old = feed;
            System.arraycopy(old.left, 0, next.left, 0, frames);
            System.arraycopy(old.right, 0, next.right, 0, frames);
            feed = next;
            next = old;
        }
    }

    private boolean interleave(float[] to, int at, int stride, int frames) {
        float peak = 0;
        boolean guarded = gain.goal() > 1 || gain.value() > 1;
        for (int frame = 0, sample = at; frame < frames; frame++, sample += stride) {
            float factor = gain.next();
            float left = factor * feed.left[frame];
            float right = factor * feed.right[frame];
            to[sample] = guarded ? guard(left) : left;
            to[sample + 1] = guarded ? guard(right) : right;
            peak = Math.max(peak, Math.max(Math.abs(left), Math.abs(right)));
        }
        return peak > AUDIBLE;
    }

    /** Below the knee nothing happens; above it the curve bends towards full scale, which it never reaches. */
    private static float guard(float sample) {
        float size = Math.abs(sample);
        if (size <= KNEE) {
            return sample;
        }
        float over = (size - KNEE) / (1 - KNEE);
        return Math.copySign(KNEE + (1 - KNEE) * over / (1 + over), sample);
    }
}
