package ensemble.contract.state;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well in sync a group is, with the measurement it rests on.
 *
 * @param measured empty when nothing that counts has been measured
 * @param why why nothing counts; empty when something does, or when the hub does not tell
 * @param earMillis from the Echo's sound to the ear, estimated; empty = unknown
 */
public record GroupSync(
        SyncStatus status, Optional<Measured> measured, Optional<UnmeasuredWhy> why, OptionalDouble earMillis) {
    public static final GroupSync UNKNOWN = new GroupSync(SyncStatus.UNKNOWN, Optional.empty());

    public GroupSync(SyncStatus status, Optional<Measured> measured) {
        this(status, measured, Optional.empty(), OptionalDouble.empty());
    }

    /** Nothing that counts is known, for this reason. */
    public static GroupSync unknown(UnmeasuredWhy why) {
        return new GroupSync(SyncStatus.UNKNOWN, Optional.empty(), Optional.of(why), OptionalDouble.empty());
    }

    /**
     * @param spreadMicros latest minus earliest arrival, at least 0
     * @param uncertaintyMicros k = 2, above 0
     * @param at when, by the hub's clock
     */
    public record Measured(double spreadMicros, double uncertaintyMicros, Instant at) {}
}
