package ensemble.gateway.bluetooth;

import java.util.Optional;

/** Names what is wrong between the Echo and this box, after a few seconds of it. One thread. */
final class EchoWatch {
    static final long MISSING_NANOS = 10 * Backoff.SECOND;
    static final long SILENT_NANOS = 20 * Backoff.SECOND;

    private long missingSinceNanos = Long.MIN_VALUE;
    private long silentSinceNanos = Long.MIN_VALUE;

    /** @param echo the Echo that belongs here; empty while none is known */
    Optional<Finding> see(RadioFacts facts, Optional<Address> echo, Optional<Boolean> programSounds, long nowNanos) {
        Optional<DeviceFacts> ours = echo.flatMap(facts::connected);
        Optional<DeviceFacts> other = facts.devices().stream()
                .filter(device -> device.carries(TransportFacts.Direction.FROM_SOURCE))
                .filter(device -> !echo.equals(Optional.of(device.address())))
                .findFirst();
        missingSinceNanos = since(missingSinceNanos, ours.isEmpty(), nowNanos);
        silentSinceNanos = since(
                silentSinceNanos,
                ours.filter(device -> silent(device, programSounds)).isPresent(),
                nowNanos);
        if (ours.isEmpty() && other.isPresent()) {
            return Optional.of(wrong(other.get(), echo.isPresent()));
        }
        if (nowNanos - missingSinceNanos >= MISSING_NANOS && missingSinceNanos != Long.MIN_VALUE) {
            return Optional.of(missing(echo.isPresent()));
        }
        if (nowNanos - silentSinceNanos >= SILENT_NANOS && silentSinceNanos != Long.MIN_VALUE) {
            return Optional.of(silent(ours.orElseThrow()));
        }
        return Optional.empty();
    }

    private static long since(long before, boolean wrong, long nowNanos) {
        return !wrong ? Long.MIN_VALUE : before == Long.MIN_VALUE ? nowNanos : before;
    }

    /** No channel at all; or it says that it plays, and nothing comes. */
    private static boolean silent(DeviceFacts echo, Optional<Boolean> programSounds) {
        Optional<TransportFacts> open =
                echo.transport().filter(transport -> transport.direction() == TransportFacts.Direction.FROM_SOURCE);
        if (open.isEmpty()) {
            return true;
        }
        boolean says = echo.player()
                .filter(player -> player.status() == PlayerFacts.Status.PLAYING)
                .isPresent();
        boolean idle = open.get().state() == TransportFacts.State.IDLE;
        return says && (idle || programSounds.equals(Optional.of(false)));
    }

    private static Finding missing(boolean known) {
        return new Finding(
                Finding.Kind.NO_ECHO,
                "echo",
                known ? "the Echo is not connected to this box" : "no Echo has been paired with this box",
                known
                        ? "Say \"Alexa, connect Bluetooth\", and keep the Echo within a few metres of the box."
                        : "Open the box's pairing window, then choose the box in the Alexa app under Bluetooth devices.");
    }

    private static Finding wrong(DeviceFacts other, boolean known) {
        return new Finding(
                Finding.Kind.WRONG_ECHO,
                "echo",
                "\"" + other.name() + "\" sends its sound to this box, which is not the Echo that belongs to it",
                known
                        ? "Disconnect it there, then say \"Alexa, connect Bluetooth\" to the right Echo."
                        : "If it is the right one, set its address as the Echo's in the configuration.");
    }

    private static Finding silent(DeviceFacts echo) {
        return new Finding(
                Finding.Kind.ECHO_SILENT,
                "echo",
                "\"" + echo.name() + "\" is connected, but its sound does not come here",
                "It may be playing in a multi-room group of its own, which does not use Bluetooth: say \"Alexa, stop\","
                        + " then play on that Echo alone.");
    }
}
