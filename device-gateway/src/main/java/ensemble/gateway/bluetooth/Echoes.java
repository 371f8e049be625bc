package ensemble.gateway.bluetooth;

import java.util.Comparator;
import java.util.Optional;

/** Which device is the Echo. */
final class Echoes {
    private Echoes() {}

    /**
     * The configured one; where none is named, the one paired device that sends sound, a connected one before others.
     * Empty where the box is not fed by Bluetooth, or nothing of the kind is paired.
     */
    static Optional<Address> of(BluetoothSettings settings, RadioFacts facts) {
        return settings.echo().flatMap(echo -> echo.address().or(() -> paired(settings, facts)));
    }

    private static Optional<Address> paired(BluetoothSettings settings, RadioFacts facts) {
        return facts.devices().stream()
                .filter(device -> device.paired() && device.sends())
                .filter(device -> settings.output(device.address()).isEmpty())
                .min(Comparator.comparing((DeviceFacts device) -> !device.connected())
                        .thenComparing(DeviceFacts::address))
                .map(DeviceFacts::address);
    }
}
