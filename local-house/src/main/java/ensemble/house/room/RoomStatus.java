package ensemble.house.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The room as it is now.
 *
 * @param frames the room's time since it opened, 48,000 a second
 * @param busyNanos CPU time of the physics since then
 * @param playing what the Echo plays; null when it is silent
 * @param wire how the way to the gateway fares
 * @param speakers in the room's order
 */
public record RoomStatus(
        long frames, long busyNanos, @Nullable String playing, WireHealth wire, List<SpeakerState> speakers) {}
