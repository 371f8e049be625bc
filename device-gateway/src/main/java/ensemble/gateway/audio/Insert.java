package ensemble.gateway.audio;

import java.util.List;
import java.util.Map;

/**
 * Something to be played once on top of the program: for each output, by its sink's node name, what it plays when. Waves may
 * be shared between cues; they must not be changed afterwards.
 *
 * @param cues per output, in any order; outputs that are not named play nothing of it
 * @param frames its length; what a cue has beyond it is not played
 */
public record Insert(Map<String, List<Cue>> cues, int frames) {
    /** Nothing: ends an insert that is playing. */
    public static final Insert NONE = new Insert(Map.of(), 0);

    public Insert {
        cues = Map.copyOf(cues);
    }

    /**
     * One wave.
     *
     * @param frame of the insert at which it begins, at least 0
     * @param gain factor on its samples
     * @param wave one channel, played on both sides
     */
    @SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
    public record Cue(int frame, float gain, float[] wave) {}
}
