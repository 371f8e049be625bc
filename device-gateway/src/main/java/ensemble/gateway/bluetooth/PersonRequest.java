package ensemble.gateway.bluetooth;

import java.time.Duration;

/** What a person asks of Bluetooth. */
public sealed interface PersonRequest {
    /** The most that a window or a search stays open. */
    Duration LONGEST = Duration.ofMinutes(10);

    /** Lets an Echo find the box and pair. */
    record OpenWindow(Duration howLong) implements PersonRequest {
        public OpenWindow {
            howLong = bounded(howLong);
        }
    }

    record CloseWindow() implements PersonRequest {}

    /** Looks for the configured speakers that are not paired yet, and pairs them. */
    record Search(Duration howLong) implements PersonRequest {
        public Search {
            howLong = bounded(howLong);
        }
    }

    /** Forgets what stood against connecting this device. */
    record TryAgain(Address device) implements PersonRequest {}

    /** Forgets the pairing, on every radio. */
    record Forget(Address device) implements PersonRequest {}

    /** A key of the Echo's player. */
    record PressKey(RadioCommand.Key key) implements PersonRequest {}

    private static Duration bounded(Duration howLong) {
        if (howLong.isNegative() || howLong.isZero() || howLong.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window is open for up to ten minutes, not " + howLong);
        }
        return howLong;
    }
}
