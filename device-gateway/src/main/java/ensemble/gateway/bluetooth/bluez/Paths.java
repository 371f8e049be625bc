package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.RadioFailure;
import ensemble.gateway.bluetooth.RadioFailure.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds objects by address in the newest tree. Paths are looked up for each call and never kept: they carry the kernel's
 * number of the adapter, which changes with the next unplugging.
 */
record Paths(Map<String, Map<String, Map<String, Object>>> tree) {
    String adapter(Address address) throws BusFault {
        return with(TreeReader.ADAPTER, address, "/org/bluez")
                .orElseThrow(() -> missing(Kind.RADIO_OFF, "no adapter " + address.masked()));
    }

    String device(Address adapter, Address address) throws BusFault {
        return with(TreeReader.DEVICE, address, adapter(adapter) + "/")
                .orElseThrow(() -> missing(Kind.UNKNOWN_DEVICE, "no device " + address.masked()));
    }

    String transport(String device) throws BusFault {
        return tree.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(device + "/")
                        && entry.getValue().containsKey(TreeReader.TRANSPORT))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> missing(Kind.NOT_SUPPORTED, "no audio channel is open"));
    }

    /** Where keys are pressed: the player's object, or where there is none the device's own remote control. */
    String player(String device) throws BusFault {
        Map<String, Map<String, Object>> faces = tree.getOrDefault(device, Map.of());
        Optional<String> player = TreeReader.playerPath(device, faces, tree);
        if (player.isEmpty() && !faces.containsKey(TreeReader.CONTROL)) {
            throw missing(Kind.NOT_SUPPORTED, "the device has no remote control");
        }
        return player.orElse(device);
    }

    private Optional<String> with(String face, Address address, String beneath) {
        return tree.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beneath))
                .filter(entry -> Face.of(entry.getValue(), face)
                        .flatMap(properties -> properties.text("Address"))
                        .filter(text -> text.toUpperCase(Locale.ROOT).equals(address.text()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static BusFault missing(Kind kind, String detail) {
        return new BusFault(new RadioFailure(kind, detail));
    }
}
