package ensemble.gateway.audio;

import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Role;
import org.jspecify.annotations.Nullable;

/** One way of reading the program for one output: a delay and a role. Renders into its own two buffers. */
final class Feed {
    private static final double LONGEST = DelayMicros.MOST * Mixer.FRAMES_PER_SECOND / 1e6;

    final float[] left = new float[Mixer.CHUNK];
    final float[] right = new float[Mixer.CHUNK];
    private double wishedFrames;
    private double slope;
    private double delayFrames;
    private Role role = Role.STEREO;

    /** Begins at a delay, which grows by {@code growth} frames each frame. */
    void set(double delay, double growth, Role part) {
        wishedFrames = delay;
        delayFrames = delay;
        slope = growth;
        role = part;
    }

    /** Whether it was set so, however far the delay has grown since. */
    boolean is(double delay, double growth, Role part) {
        return wishedFrames == delay && slope == growth && role == part;
    }

    /** Time passes: the delay grows, or shrinks until there is none. */
    void pass(int frames) {
        delayFrames = Math.clamp(delayFrames + slope * frames, 0, LONGEST);
    }

    /** Fills the buffers for the head's next frames. */
    void render(ProgramRing ring, ReadHead head, Scratch scratch, int frames) {
        if (head.slewing() || slope != 0) {
            moving(ring, head, scratch, frames);
        } else {
            steady(ring, head, scratch, frames);
        }
        pass(frames);
        applyRole(frames);
    }

    private void steady(ProgramRing ring, ReadHead head, Scratch scratch, int frames) {
        long phases = Math.round(delayFrames * Interpolator.PHASES);
        long at = Math.floorDiv(head.parts(), (long) ReadHead.PARTS) - Math.ceilDiv(phases, (long) Interpolator.PHASES);
        int phase = Math.floorMod(-phases, Interpolator.PHASES);
        scratch.fill(ring, at - Interpolator.BEFORE, frames + Interpolator.TAPS);
        Interpolator.fixed(scratch.left, phase, left, frames);
        Interpolator.fixed(scratch.right, phase, right, frames);
    }

    private void moving(ProgramRing ring, ReadHead head, Scratch scratch, int frames) {
        long first = phasesAt(head, 0);
        long whole = Math.floorDiv(first, (long) Interpolator.PHASES);
        scratch.fill(ring, whole - Interpolator.BEFORE, frames + Interpolator.TAPS + 2);
        for (int frame = 0; frame < frames; frame++) {
            long phases = phasesAt(head, frame) - whole * Interpolator.PHASES;
            int at = (int) (phases / Interpolator.PHASES);
            int phase = (int) (phases % Interpolator.PHASES);
            left[frame] = Interpolator.one(scratch.left, at, phase);
            right[frame] = Interpolator.one(scratch.right, at, phase);
        }
    }

    private long phasesAt(ReadHead head, int frame) {
        long parts = head.parts() + (long) frame * head.step();
        return Math.floorDiv(parts * Interpolator.PHASES, (long) ReadHead.PARTS)
                - Math.round(Math.clamp(delayFrames + slope * frame, 0, LONGEST) * Interpolator.PHASES);
    }

    private void applyRole(int frames) {
        switch (role) {
            case STEREO -> {}
            case LEFT -> System.arraycopy(left, 0, right, 0, frames);
            case RIGHT -> System.arraycopy(right, 0, left, 0, frames);
            case MONO -> {
                for (int frame = 0; frame < frames; frame++) {
                    float middle = 0.5f * (left[frame] + right[frame]);
                    left[frame] = middle;
                    right[frame] = middle;
                }
            }
        }
    }

    /** Where a stretch of the program is laid out in one piece, with an output's mark under it; shared by all outputs. */
    static final class Scratch {
        final float[] left = new float[Mixer.CHUNK + Interpolator.TAPS + 2];
        final float[] right = new float[Mixer.CHUNK + Interpolator.TAPS + 2];
        private @Nullable Marks marks;
        private int output;

        /** Whose mark is laid under what follows; null = nobody's. */
        void marks(@Nullable Marks under, int ofOutput) {
            marks = under;
            output = ofOutput;
        }

        private void fill(ProgramRing ring, long from, int frames) {
            ring.copy(from, left, right, frames);
            Marks under = marks;
            if (under != null) {
                under.add(output, from, left, right, frames);
            }
        }
    }
}
