package ensemble.gateway.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts from a machine that is a directory; and from this one, whatever it is. */
class GatheringTest {
    @TempDir
    private Path root;

    private void file(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }

    private record Directory(Path root, Map<String, String> outputs) implements Machine {
        @Override
        public Optional<String> output(List<String> command) {
            return Optional.ofNullable(outputs.get(String.join(" ", command)));
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("PATH", "/usr/bin:/bin", "HOME", "/home/ensemble");
        }
    }

    /** Lines as a Raspberry Pi 4 with Debian 12 prints them, put together by hand from their manuals. */
    @Test
    void aPiAsADirectory() throws IOException {
        file("usr/bin/pipewire", "");
        assertTrue(root.resolve("usr/bin/pipewire").toFile().setExecutable(true));
        file("etc/group", "root:x:0:\naudio:x:29:ensemble\nbluetooth:x:112:\n");
        file("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0");
        file("proc/self/limits", "Max nice priority         0  0\nMax realtime priority     95                   95\n");
        file("proc/asound/pcm", """
                00-00: bcm2835 Headphones : bcm2835 Headphones : playback 8
                01-00: USB Audio : USB Audio : playback 1 : capture 1
                """);
        file("sys/class/rfkill/rfkill0/type", "bluetooth\n");
        file("sys/class/rfkill/rfkill0/soft", "1\n");
        file("sys/class/rfkill/rfkill0/hard", "0\n");
        file("sys/devices/platform/soc/fe201000.serial/tty/ttyAMA0/hci0/uevent", "");
        Files.createDirectories(root.resolve("sys/class/bluetooth"));
        Files.createSymbolicLink(
                root.resolve("sys/class/bluetooth/hci0"),
                root.resolve("sys/devices/platform/soc/fe201000.serial/tty/ttyAMA0/hci0"));
        file("usr/lib/aarch64-linux-gnu/spa-0.2/bluez5/libspa-bluez5.so", "");
        file(
                "home/ensemble/.config/wireplumber/bluetooth.lua.d/51.lua",
                "-- [\"with-logind\"] = false\nbluez_monitor.properties[\"with-logind\"] = true\n");
        Machine machine = new Directory(
                root,
                Map.of(
                        "pipewire --version",
                        "Linked with libpipewire 0.3.65",
                        "id -un",
                        "ensemble\n",
                        "id -Gn",
                        "ensemble audio\n",
                        "loginctl show-user ensemble --property=State --property=Linger",
                        "State=lingering\nLinger=yes\n",
                        "dbus-send --system --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus"
                                + " org.freedesktop.DBus.ListNames",
                        """
                        array [
                           string "org.freedesktop.DBus"
                           string ":1.7"
                           string "org.bluez"
                        ]
                        """));

        BoxFacts facts = new Gathering(machine).facts();

        assertEquals(Set.of("pipewire"), facts.programs());
        assertEquals(Set.of("ensemble", "audio"), facts.groups());
        assertEquals(Set.of("root", "audio", "bluetooth"), facts.kernelGroups());
        assertEquals(Optional.of("Raspberry Pi 4 Model B Rev 1.4"), facts.model());
        assertEquals(Optional.of(95L), facts.realtimeLimit());
        assertEquals(List.of("USB Audio"), facts.captures());
        assertEquals(Optional.of(true), facts.blocked());
        assertTrue(facts.adapters().getOrDefault("hci0", "").endsWith("fe201000.serial/tty/ttyAMA0/hci0"));
        assertTrue(facts.spaPlugins());
        assertEquals(Optional.of(Set.of("org.freedesktop.DBus", "org.bluez")), facts.busNames());
        assertEquals(Optional.of("lingering"), facts.seat());
        assertEquals(Optional.of(true), facts.lingering());
        assertFalse(facts.wirePlumberFiles().toString().contains("false"), "a comment is no setting");
        assertTrue(Checks.of(facts).stream()
                .anyMatch(one -> one.about().equals("logind seat") && one.grade() == Verdict.Grade.WRONG));
    }

    @Test
    void thisMachineIsJudgedInEveryPointWithoutAFailure() {
        List<Verdict> verdicts = BoxCheck.run();
        for (String about : List.of("packages", "groups", "real-time priority", "logind seat", "Bluetooth service")) {
            assertEquals(
                    1,
                    verdicts.stream().filter(one -> one.about().equals(about)).count(),
                    about);
        }
        verdicts.forEach(one ->
                assertEquals(one.grade() == Verdict.Grade.OK, one.remedy().isEmpty(), one::line));
    }
}
