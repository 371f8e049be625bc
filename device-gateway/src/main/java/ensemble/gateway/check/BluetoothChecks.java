package ensemble.gateway.check;

import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.BluezVersion;
import ensemble.gateway.bluetooth.KnownFault;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether Bluetooth can work on this box. Pure. */
final class BluetoothChecks {
    private BluetoothChecks() {}

    static Stream<Verdict> service(BoxFacts facts) {
        if (facts.busNames().isEmpty()) {
            return Stream.of(Verdict.wrong(
                    "Bluetooth service",
                    "there is no system bus, on which it would be found",
                    "Run: apt-get install dbus bluez, then systemctl start dbus bluetooth"));
        }
        if (facts.busNames().get().contains("org.bluez")) {
            return Stream.of(Verdict.ok("Bluetooth service", "BlueZ is running"));
        }
        boolean installed = facts.programs().contains("bluetoothctl");
        return Stream.of(Verdict.wrong(
                "Bluetooth service",
                installed ? "BlueZ is installed but not running" : "BlueZ is not installed",
                installed ? "Run: systemctl enable --now bluetooth" : "Run: apt-get install bluez"));
    }

    static Stream<Verdict> plugin(BoxFacts facts) {
        return Stream.of(
                facts.spaPlugins()
                        ? Verdict.ok("Bluetooth audio", "PipeWire's plugin for it is installed")
                        : Verdict.wrong(
                                "Bluetooth audio",
                                "PipeWire's plugin for it is missing, so no speaker becomes a sink",
                                "Run: apt-get install libspa-0.2-bluetooth, then restart WirePlumber."));
    }

    static Stream<Verdict> version(BoxFacts facts) {
        Optional<BluezVersion> version =
                Optional.ofNullable(facts.versions().get("bluetoothctl")).flatMap(BluezVersion::in);
        if (version.isEmpty()) {
            return facts.programs().contains("bluetoothctl")
                    ? Stream.of(Verdict.unknown(
                            "BlueZ version", "it cannot be read", "Run `bluetoothctl --version` to see why."))
                    : Stream.empty();
        }
        if (version.get().knownFaults().isEmpty()) {
            return Stream.of(Verdict.ok("BlueZ version", version.get() + ", of which nothing bad is known"));
        }
        return version.get().knownFaults().stream().map(fault -> judged(version.get(), fault));
    }

    private static Verdict judged(BluezVersion version, KnownFault fault) {
        String found = version + ": " + fault.sentence() + " (" + fault.source() + ")";
        return fault.serious()
                ? Verdict.wrong("BlueZ version", found, fault.remedy())
                : Verdict.note("BlueZ version", found, fault.remedy());
    }

    static Stream<Verdict> adapters(BoxFacts facts) {
        if (facts.adapters().isEmpty()) {
            return Stream.of(Verdict.wrong(
                    "Bluetooth radio",
                    "the kernel has none",
                    "Plug in a USB Bluetooth radio; on a Raspberry Pi see that dtoverlay=disable-bt is not set."));
        }
        if (facts.blocked().equals(Optional.of(true))) {
            return Stream.of(
                    Verdict.wrong("Bluetooth radio", "a radio switch stops it", "Run: rfkill unblock bluetooth"));
        }
        return new TreeMap<>(facts.adapters()).entrySet().stream().map(BluetoothChecks::adapter);
    }

    private static Verdict adapter(Map.Entry<String, String> adapter) {
        AdapterKind kind = AdapterKind.at(adapter.getValue());
        String about = "radio " + adapter.getKey();
        return switch (kind) {
            case BUILT_IN ->
                Verdict.note(
                        about,
                        "built in, good for one stream: the Echo's or one speaker's",
                        "Add a USB radio for more speakers, two or three each.");
            case USB ->
                Verdict.ok(about, "on USB, good for two streams; try three with `streams` in the configuration");
            case UNKNOWN ->
                Verdict.unknown(
                        about,
                        "how it is fitted cannot be read, so it is trusted with one stream",
                        "Set its" + " `streams` in the configuration if you know better.");
        };
    }
}
