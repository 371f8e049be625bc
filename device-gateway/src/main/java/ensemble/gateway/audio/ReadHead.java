package ensemble.gateway.audio;

/**
 * Where in the program the mixer reads, common to all outputs. It moves one frame per frame; while slewing, a 400th
 * part more or less (0.25 %, four cents), until the shift asked for is done and it stands on a whole frame again.
 */
final class ReadHead {
    static final int PARTS = 400;

    private long parts = -(long) Interpolator.AFTER * PARTS;
    private long slewFramesLeft;
    private int slew;

    /** The position of the next frame, in 400ths of a frame. */
    long parts() {
        return parts;
    }

    boolean slewing() {
        return slew != 0;
    }

    int step() {
        return PARTS + slew;
    }

    /** Shifts by whole frames: positive = skip some of the program, so that less of it waits. Replaces a shift under way. */
    void shift(int frames) {
        long unfinished = Math.floorMod(parts, PARTS);
        long wanted = (long) frames * PARTS;
        // From between two frames, end on a whole one.
        long total = frames >= 0 ? wanted + Math.floorMod(-unfinished, PARTS) : wanted - unfinished;
        slew = Long.signum(total);
        slewFramesLeft = Math.abs(total);
    }

    /** Frames that can be rendered at the present speed before the head changes its speed. */
    int steady(int frames) {
        return slew == 0 ? frames : (int) Math.min(frames, slewFramesLeft);
    }

    /** Frames that can be rendered from a program of so many frames. */
    int ready(long written) {
        long room = (written - Interpolator.AFTER) * PARTS - parts;
        return room < 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, room / step());
    }

    void advance(int frames) {
        parts += (long) frames * step();
        if (slew != 0) {
            slewFramesLeft -= frames;
            if (slewFramesLeft == 0) {
                slew = 0;
            }
        }
    }
}
