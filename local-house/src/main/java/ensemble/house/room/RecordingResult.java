package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * How a recording went.
 *
 * @param frames written, as asked for
 * @param channels of the speakers' file
 * @param startFrame the room's time at its first sample
 * @param clockSlips times what was captured fell behind the machine's clock for good: the audio graph stood still, and
 *     nothing is missing where there is no program gap; else the room's own capture lost frames, in every channel alike
 * @param slippedFrames by how many frames in all, as far as the pace tells
 * @param programGaps times the Echo's program came back otherwise than it was sent: the machine's fault, not the
 *     gateway's; null where nothing was played to compare
 * @param programLostFrames frames of the program that could not be matched; null like the gaps
 */
public record RecordingResult(
        long frames,
        int channels,
        long startFrame,
        long clockSlips,
        long slippedFrames,
        @Nullable Long programGaps,
        @Nullable Long programLostFrames) {}
