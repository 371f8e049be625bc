package ensemble.house.room;

import org.jspecify.annotations.Nullable;

/**
 * How a recording went.
 *
 * @param frames written, as asked for
 * @param channels of the speakers' file
 * @param startFrame the room's time at its first sample
 * @param captureOverruns times the room's own capture lost frames meanwhile: a cut in every channel alike
 * @param capturedLostFrames frames lost so, as far as the audio server tells
 * @param programGaps times the Echo's program came back otherwise than it was sent: the machine's fault, not the
 *     gateway's; null where nothing was played to compare
 * @param programLostFrames frames of the program that could not be matched; null like the gaps
 */
public record RecordingResult(
        long frames,
        int channels,
        long startFrame,
        long captureOverruns,
        long capturedLostFrames,
        @Nullable Long programGaps,
        @Nullable Long programLostFrames) {}
