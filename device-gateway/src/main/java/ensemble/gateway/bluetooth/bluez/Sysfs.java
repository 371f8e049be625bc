package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.AdapterKind;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How the kernel says an adapter is fitted; BlueZ does not tell.
 *
 * @param root {@code /sys/class/bluetooth}
 */
public record Sysfs(Path root) {
    /** @param name as {@code hci0} */
    public AdapterKind kind(String name) {
        try {
            return AdapterKind.at(root.resolve(name).toRealPath().toString());
        } catch (IOException notThere) {
            return AdapterKind.UNKNOWN;
        }
    }
}
