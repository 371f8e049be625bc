package ensemble.contract.state;

import java.time.Instant;
import java.util.Optional;

/**
 * How well in sync a group is, with the measurement it rests on.
 *
 * @param measured empty when nothing that counts has been measured
 */
public record GroupSync(SyncStatus status, Optional<Measured> measured) {
    public static final GroupSync UNKNOWN = new GroupSync(SyncStatus.UNKNOWN, Optional.empty());

    /**
     * @param spreadMicros latest minus earliest arrival, at least 0
     * @param uncertaintyMicros k = 2, above 0
     * @param at when, by the hub's clock
     */
    public record Measured(double spreadMicros, double uncertaintyMicros, Instant at) {}
}
