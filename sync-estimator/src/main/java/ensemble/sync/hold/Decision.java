package ensemble.sync.hold;

import java.util.List;

/**
 * What follows from a window. Small corrections need nobody: {@link HoldLoop#correction} has them already.
 *
 * @param jumps speakers whose delay jumps now, faded, without the others
 * @param notice what happened that is not a speaker's doing
 */
public record Decision(List<Jump> jumps, Notice notice) {
    public Decision {
        jumps = List.copyOf(jumps);
    }

    /** By how many seconds a speaker's delay grows at once; negative = shrinks. */
    public record Jump(int speaker, double by) {}

    /** What else. */
    public enum Notice {
        NOTHING,
        /** Everything came later or earlier by the same: captured or played frames were lost. Nothing is done. */
        RECORDING_SLIPPED,
        /** Several changed at once, each by its own: calibration no longer holds. From here on nothing is done. */
        MICROPHONE_MOVED
    }
}
