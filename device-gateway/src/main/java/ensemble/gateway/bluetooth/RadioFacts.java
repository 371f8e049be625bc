package ensemble.gateway.bluetooth;

import java.util.List;
import java.util.Optional;

/**
 * Everything that BlueZ shows, at one moment.
 *
 * @param service whether BlueZ answers
 * @param adapters in the order of their addresses
 * @param devices in the order of their addresses, then of their adapters'
 */
public record RadioFacts(Service service, List<AdapterFacts> adapters, List<DeviceFacts> devices) {
    public RadioFacts {
        adapters = List.copyOf(adapters);
        devices = List.copyOf(devices);
    }

    /** Whether BlueZ answers. */
    public sealed interface Service {
        record Up() implements Service {}

        /** The first answer is still awaited: nothing is wrong, and nothing is known. */
        record Asked() implements Service {}

        /** @param reason a sentence */
        record Away(String reason) implements Service {}
    }

    /** Nothing is known yet. */
    public static RadioFacts asked() {
        return new RadioFacts(new Service.Asked(), List.of(), List.of());
    }

    /** Nothing is known, for this reason. */
    public static RadioFacts away(String reason) {
        return new RadioFacts(new Service.Away(reason), List.of(), List.of());
    }

    public Optional<AdapterFacts> adapter(Address address) {
        return adapters.stream()
                .filter(adapter -> adapter.address().equals(address))
                .findFirst();
    }

    /** The device as that adapter knows it. */
    public Optional<DeviceFacts> device(Address adapter, Address device) {
        return known(device).stream()
                .filter(known -> known.adapter().equals(adapter))
                .findFirst();
    }

    /** The device as each adapter knows it. */
    public List<DeviceFacts> known(Address device) {
        return devices.stream().filter(known -> known.address().equals(device)).toList();
    }

    /** The device where it is connected. */
    public Optional<DeviceFacts> connected(Address device) {
        return known(device).stream().filter(DeviceFacts::connected).findFirst();
    }

    /** BlueZ's version, where an adapter tells it. */
    public Optional<BluezVersion> version() {
        return adapters.stream()
                .flatMap(adapter -> adapter.modalias().stream())
                .flatMap(modalias -> modalias.bluez().stream())
                .findFirst();
    }
}
