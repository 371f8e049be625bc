package ensemble.house.room;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The room as it opens; everything random in it follows from the seed. Nothing of a running room is kept: a room opened
 * again is as configured, and silent.
 *
 * @param speakers 0 to 16, with different ids, names and nodes, in the order of the channels of a recording
 * @param seed of the microphone's noise and of the latencies drawn when a speaker returns
 * @param noiseDbfs the microphone's own noise, RMS
 * @param micPpm the microphone's clock against the room's, -1000 to 1000; positive = fast
 */
public record RoomConfig(List<VirtualSpeaker> speakers, long seed, double noiseDbfs, double micPpm) {
    public static final int MAX_SPEAKERS = 16;
    private static final double QUIET_DBFS = -70;

    /** @throws IllegalArgumentException if speakers are too many or alike */
    public RoomConfig {
        speakers = List.copyOf(speakers);
        Limits.PPM.check(micPpm);
        if (speakers.size() > MAX_SPEAKERS) {
            throw new IllegalArgumentException("a room has at most 16 speakers, not " + speakers.size());
        }
        Set<String> words = new HashSet<>();
        for (VirtualSpeaker speaker : speakers) {
            if (!words.add("id " + speaker.id()) || !words.add("name " + speaker.name())) {
                throw new IllegalArgumentException("two speakers are called " + speaker.name());
            }
            if (!words.add("node " + speaker.node())) {
                throw new IllegalArgumentException("two speakers have the node " + speaker.node());
            }
        }
    }

    /** A room with a quiet microphone on the room's clock. */
    public RoomConfig(List<VirtualSpeaker> speakers, long seed) {
        this(speakers, seed, QUIET_DBFS, 0);
    }

    /** The demo room: the first so many of a fixed list of unlike speakers, 0 to 16. */
    public static RoomConfig demo(int count, long seed) {
        return new RoomConfig(DemoSpeakers.first(count), seed);
    }
}
