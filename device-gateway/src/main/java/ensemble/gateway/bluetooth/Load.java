package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.BluetoothSettings.AdapterSetting;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How much one radio bears.
 *
 * @param capacity streams that it is trusted with
 * @param byDefault streams that a radio of its kind is trusted with
 * @param strangers streams in use by devices that are neither our speakers nor our Echo
 */
public record Load(AdapterFacts adapter, int capacity, int byDefault, int strangers) {
    static Load of(AdapterFacts adapter, BluetoothSettings settings, RadioFacts facts, Set<Address> ours) {
        AdapterSetting setting =
                settings.adapters().getOrDefault(adapter.address(), new AdapterSetting(OptionalInt.empty()));
        int byDefault = adapter.kind().streams();
        int strangers = (int) facts.devices().stream()
                .filter(device -> device.adapter().equals(adapter.address()))
                .filter(device -> device.transport().isPresent() && !ours.contains(device.address()))
                .count();
        return new Load(adapter, setting.streams().orElse(byDefault), byDefault, strangers);
    }

    /** Streams left for speakers and the Echo. A radio that is off bears none. */
    int room() {
        return adapter.powered() ? Math.max(0, capacity - strangers) : 0;
    }

    boolean raised() {
        return capacity > byDefault;
    }
}
