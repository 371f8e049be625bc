package ensemble.skill.smarthome.property;

import java.util.Optional;

/**
 * {@code Group.SyncOffset}: latest minus earliest arrival in microseconds, to be read only. The top of the range means "this much
 * or more, or never measured"; the mode beside it says which. Zero is never said of what is unknown.
 */
public final class SyncOffset {
    public static final String INSTANCE = "Group.SyncOffset";
    public static final int MOST_MICROS = 20_000;

    private SyncOffset() {}

    static long valueOf(Optional<Long> micros) {
        return micros.map(known -> Math.clamp(known, 0L, (long) MOST_MICROS)).orElse((long) MOST_MICROS);
    }
}
