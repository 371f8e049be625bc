package ensemble.gateway.bluetooth;

import java.util.Optional;

/**
 * One radio of this box.
 *
 * @param name what the kernel calls it today, as {@code hci0}
 * @param modalias its own record, in which BlueZ tells its version
 */
public record AdapterFacts(
        Address address,
        String name,
        AdapterKind kind,
        boolean powered,
        boolean discovering,
        boolean discoverable,
        boolean pairable,
        Optional<Modalias> modalias) {
    /** As a person is told of it. */
    public String spoken() {
        return switch (kind) {
            case BUILT_IN -> "the built-in radio (" + name + ")";
            case USB -> "the USB radio " + name;
            case UNKNOWN -> "the radio " + name;
        };
    }
}
