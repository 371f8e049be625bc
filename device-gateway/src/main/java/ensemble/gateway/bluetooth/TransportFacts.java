package ensemble.gateway.bluetooth;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One open audio channel to or from a device.
 *
 * @param delayTenthsMillis the speaker's own word for how late it is, in tenths of a millisecond, 0 to 65535; a first guess
 * @param volume the absolute volume of remote control, 0 to 127, where the device has one
 */
public record TransportFacts(
        Direction direction, State state, Codec codec, OptionalInt delayTenthsMillis, OptionalInt volume) {
    public enum Direction {
        TO_SPEAKER,
        FROM_SOURCE
    }

    public enum State {
        /** No sound flows. */
        IDLE,
        /** The other side sends, nobody here reads. */
        PENDING,
        /** Sound flows. */
        ACTIVE
    }

    /** BlueZ's own word; empty for one that this version does not know. */
    public static Optional<State> state(String word) {
        return switch (word) {
            case "idle" -> Optional.of(State.IDLE);
            case "pending", "broadcasting" -> Optional.of(State.PENDING);
            case "active" -> Optional.of(State.ACTIVE);
            default -> Optional.empty();
        };
    }
}
