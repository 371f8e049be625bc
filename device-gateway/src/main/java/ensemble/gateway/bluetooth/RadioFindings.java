package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be said about the radios: how full they are, who must move, what their software is known for. Pure. */
final class RadioFindings {
    private RadioFindings() {}

    static List<Finding> of(BluetoothSettings settings, Places places, Surroundings around) {
        List<Finding> all = new ArrayList<>();
        if (places.loads().isEmpty()) {
            all.add(new Finding(
                    Kind.NO_RADIO,
                    "bluetooth",
                    "this box has no Bluetooth radio",
                    "Plug in a USB Bluetooth radio, or see `check` if there should be one."));
        }
        places.loads().values().stream()
                .filter(load -> !load.adapter().powered())
                .forEach(load -> all.add(new Finding(
                        Kind.RADIO_OFF,
                        load.adapter().name(),
                        load.adapter().spoken() + " is switched off",
                        "It is switched on by itself; if it stays off, `rfkill unblock bluetooth` lets it.")));
        places.facts().version().map(BluezVersion::knownFaults).orElse(List.of()).stream()
                .filter(KnownFault::serious)
                .forEach(fault ->
                        all.add(new Finding(Kind.KNOWN_BAD_VERSION, "bluetooth", fault.sentence(), fault.remedy())));
        places.assignment().refused().forEach(device -> all.add(refused(settings, places, device)));
        places.moves().forEach((device, radio) -> all.add(move(settings, places, device, radio)));
        places.loads().values().stream().filter(Load::raised).forEach(load -> all.add(raised(load, around.xruns())));
        return all;
    }

    private static String name(BluetoothSettings settings, Address device) {
        return settings.output(device).map(OutputId::toString).orElse("the Echo");
    }

    private static Finding refused(BluetoothSettings settings, Places places, Address device) {
        String radios = places.loads().values().stream()
                .map(load -> "%s bears %d".formatted(load.adapter().spoken(), load.room()))
                .collect(Collectors.joining(", "));
        String users = places.assignment().radioOf().keySet().stream()
                .map(user -> name(settings, user))
                .collect(Collectors.joining(", "));
        return new Finding(
                Kind.REFUSED_NO_ROOM,
                name(settings, device),
                "%s is not connected, because the radios are full (%s; used by %s)"
                        .formatted(
                                name(settings, device),
                                radios.isEmpty() ? "there is none" : radios,
                                users.isEmpty() ? "nobody" : users),
                "Add a USB radio, or let another speaker go; whoever knows the radio bears more can raise its `streams`.");
    }

    private static Finding move(BluetoothSettings settings, Places places, Address device, Address radio) {
        String name = name(settings, device);
        Optional<AdapterFacts> to = places.facts().adapter(radio);
        return new Finding(
                Kind.MOVE_PROPOSED,
                name,
                "%s would be better placed on %s"
                        .formatted(name, to.map(AdapterFacts::spoken).orElse("another radio")),
                "Put it into pairing mode and let the box search, so that it is paired there.");
    }

    private static Finding raised(Load load, long xruns) {
        return new Finding(
                Kind.RAISED_ABOVE_DEFAULT,
                load.adapter().name(),
                "%s is trusted with %d streams where %d is certain; the mixer has starved %d times since the start"
                        .formatted(load.adapter().spoken(), load.capacity(), load.byDefault(), xruns),
                "If sound drops out, set its `streams` lower or add a radio.");
    }

    /** One line a radio, for the log: who is assigned where. */
    static String table(Map<Address, Address> radioOf, BluetoothSettings settings) {
        return radioOf.entrySet().stream()
                .map(place -> name(settings, place.getKey()) + " on "
                        + place.getValue().masked())
                .collect(Collectors.joining(", "));
    }
}
