package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.AdapterFacts;
import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.Codec;
import ensemble.gateway.bluetooth.DeviceFacts;
import ensemble.gateway.bluetooth.Modalias;
import ensemble.gateway.bluetooth.PlayerFacts;
import ensemble.gateway.bluetooth.Profile;
import ensemble.gateway.bluetooth.RadioFacts;
import ensemble.gateway.bluetooth.TransportFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** Reads BlueZ's object tree. Pure; an object that cannot be understood is left out, never guessed. */
final class TreeReader {
    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String TRANSPORT = "org.bluez.MediaTransport1";
    static final String PLAYER = "org.bluez.MediaPlayer1";
    static final String CONTROL = "org.bluez.MediaControl1";
    private static final String ENDPOINT = "org.bluez.MediaEndpoint1";
    private static final String BATTERY = "org.bluez.Battery1";

    private TreeReader() {}

    /**
     * @param tree path, interface, property, value
     * @param kind how the adapter of that kernel name is fitted
     */
    static RadioFacts facts(Map<String, Map<String, Map<String, Object>>> tree, Function<String, AdapterKind> kind) {
        List<AdapterFacts> adapters = new ArrayList<>();
        List<DeviceFacts> devices = new ArrayList<>();
        tree.forEach((path, faces) -> {
            Face.of(faces, ADAPTER).flatMap(face -> adapter(path, face, kind)).ifPresent(adapters::add);
            Face.of(faces, DEVICE)
                    .flatMap(face -> device(path, faces, face, tree))
                    .ifPresent(devices::add);
        });
        adapters.sort(Comparator.comparing(AdapterFacts::address));
        devices.sort(Comparator.comparing(DeviceFacts::address).thenComparing(DeviceFacts::adapter));
        return new RadioFacts(new RadioFacts.Service.Up(), adapters, devices);
    }

    private static Optional<Address> address(Face face) {
        try {
            return face.text("Address").map(Address::new);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<AdapterFacts> adapter(String path, Face face, Function<String, AdapterKind> kind) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return address(face)
                .map(address -> new AdapterFacts(
                        address,
                        name,
                        kind.apply(name),
                        face.flag("Powered"),
                        face.flag("Discovering"),
                        face.flag("Discoverable"),
                        face.flag("Pairable"),
                        face.text("Modalias").flatMap(Modalias::parse)));
    }

    private static Optional<DeviceFacts> device(
            String path,
            Map<String, Map<String, Object>> faces,
            Face face,
            Map<String, Map<String, Map<String, Object>>> tree) {
        Optional<Address> adapter = face.text("Adapter")
                .flatMap(owner -> Optional.ofNullable(tree.get(owner)))
                .flatMap(owner -> Face.of(owner, ADAPTER))
                .flatMap(TreeReader::address);
        Optional<Address> address = address(face);
        if (adapter.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeviceFacts(
                address.get(),
                adapter.get(),
                face.text("Alias")
                        .or(() -> face.text("Name"))
                        .orElse(address.get().text()),
                face.text("Icon"),
                Profile.among(face.texts("UUIDs")),
                face.flag("Paired"),
                face.flag("Trusted"),
                face.flag("Connected"),
                face.flag("ServicesResolved"),
                face.text("Modalias").flatMap(Modalias::parse),
                Face.of(faces, BATTERY)
                        .map(battery -> battery.octet("Percentage"))
                        .orElse(OptionalInt.empty()),
                face.number("RSSI"),
                codecs(path, tree),
                beneath(path, TRANSPORT, tree).flatMap(TreeReader::transport),
                player(path, faces, tree)));
    }

    private static Set<Codec> codecs(String device, Map<String, Map<String, Map<String, Object>>> tree) {
        Set<Codec> found = EnumSet.noneOf(Codec.class);
        tree.forEach((path, faces) -> {
            if (path.startsWith(device + "/")) {
                Face.of(faces, ENDPOINT)
                        .filter(end -> Profile.among(end.text("UUID").stream().toList())
                                .contains(Profile.AUDIO_SINK))
                        .ifPresent(end -> end.octet("Codec")
                                .ifPresent(number -> found.add(Codec.of(number, end.bytes("Capabilities")))));
            }
        });
        return found;
    }

    private static Optional<Face> beneath(
            String device, String name, Map<String, Map<String, Map<String, Object>>> tree) {
        return tree.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(device + "/"))
                .flatMap(entry -> Face.of(entry.getValue(), name).stream())
                .findFirst();
    }

    /** The identifier is that of our own end: a source of ours feeds a speaker. */
    private static Optional<TransportFacts> transport(Face face) {
        Set<Profile> own = Profile.among(face.text("UUID").stream().toList());
        Optional<TransportFacts.State> state = face.text("State").flatMap(TransportFacts::state);
        boolean toSpeaker = own.contains(Profile.AUDIO_SOURCE);
        if (state.isEmpty() || (!toSpeaker && !own.contains(Profile.AUDIO_SINK))) {
            return Optional.empty();
        }
        return Optional.of(new TransportFacts(
                toSpeaker ? TransportFacts.Direction.TO_SPEAKER : TransportFacts.Direction.FROM_SOURCE,
                state.get(),
                Codec.of(face.octet("Codec").orElse(-1), face.bytes("Configuration")),
                delay(face),
                face.number("Volume")));
    }

    /** BlueZ shows 0 until the speaker has said something: that is not known, rather than no delay. */
    private static OptionalInt delay(Face face) {
        OptionalInt said = face.number("Delay");
        return said.isPresent() && said.getAsInt() > 0 ? said : OptionalInt.empty();
    }

    /** The player that the device's remote control addresses; it may have several. */
    private static Optional<PlayerFacts> player(
            String device, Map<String, Map<String, Object>> faces, Map<String, Map<String, Map<String, Object>>> tree) {
        return playerPath(device, faces, tree)
                .flatMap(path -> Face.of(tree.getOrDefault(path, Map.of()), PLAYER))
                .map(face -> {
                    Face track = face.inner("Track");
                    return new PlayerFacts(
                            face.text("Status").map(PlayerFacts::status).orElse(PlayerFacts.Status.UNKNOWN),
                            track.text("Title"),
                            track.text("Artist"),
                            track.text("Album"));
                });
    }

    static Optional<String> playerPath(
            String device, Map<String, Map<String, Object>> faces, Map<String, Map<String, Map<String, Object>>> tree) {
        return Face.of(faces, CONTROL)
                .flatMap(control -> control.text("Player"))
                .filter(tree::containsKey)
                .or(() -> tree.keySet().stream()
                        .filter(path -> path.startsWith(device + "/"))
                        .filter(path -> tree.getOrDefault(path, Map.of()).containsKey(PLAYER))
                        .sorted()
                        .findFirst());
    }
}
