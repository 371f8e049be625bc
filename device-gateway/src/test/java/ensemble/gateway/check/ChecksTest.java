package ensemble.gateway.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.check.Verdict.Grade;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fact that can be wrong, made wrong alone on a box that is otherwise good. */
class ChecksTest {
    private final Set<String> programs = new HashSet<>(Set.of("bluetoothctl"));
    private final Map<String, String> versions = new HashMap<>(Map.of(
            "pipewire", "pipewire\nCompiled with libpipewire 1.4.2\nLinked with libpipewire 1.4.2\n",
            "wireplumber", "wireplumber\nCompiled with libwireplumber 0.5.8\n",
            "bluetoothctl", "bluetoothctl: 5.82\n"));
    private String user = "ensemble";
    private Set<String> groups = Set.of("ensemble", "audio", "bluetooth");
    private Optional<String> model = Optional.empty();
    private Map<String, String> adapters = Map.of("hci0", "/sys/devices/pci0000:00/usb1/1-1/bluetooth/hci0");
    private Optional<Boolean> blocked = Optional.of(false);
    private Optional<Set<String>> busNames = Optional.of(Set.of("org.bluez", "org.freedesktop.RealtimeKit1"));
    private Optional<String> seat = Optional.of("active");
    private Optional<Long> realtime = Optional.of(95L);
    private Map<String, String> wirePlumber = Map.of("/etc/wireplumber/x.conf", SEATLESS);
    private boolean plugin = true;
    private List<String> captures = List.of("USB Audio");

    private static final String SEATLESS =
            "wireplumber.profiles = {\n  main = { monitor.bluez.seat-monitoring = disabled }\n}";

    private List<Verdict> judge() {
        SoftwareChecks.NEEDED.forEach(needed -> programs.add(needed.program()));
        return Checks.of(facts());
    }

    private BoxFacts facts() {
        return new BoxFacts(
                programs,
                versions,
                user,
                groups,
                Set.of("root", "audio", "bluetooth"),
                model,
                adapters,
                blocked,
                busNames,
                seat,
                Optional.of(true),
                realtime,
                wirePlumber,
                plugin,
                captures);
    }

    private void onlyThis(Grade grade, String about, String found, String remedy) {
        List<Verdict> bad =
                judge().stream().filter(verdict -> verdict.grade() != Grade.OK).toList();
        assertEquals(List.of(new Verdict(grade, about, found, remedy)), bad);
    }

    @Test
    void aGoodBoxHasNothingToMend() {
        assertEquals(
                Set.of(Grade.OK),
                judge().stream().map(Verdict::grade).collect(Collectors.toSet()),
                () -> judge().toString());
    }

    @Test
    void missingProgramsAreNamedWithTheirPackages() {
        SoftwareChecks.NEEDED.forEach(needed -> programs.add(needed.program()));
        programs.removeAll(Set.of("pw-link", "pw-dump", "pactl"));
        assertEquals(
                Verdict.wrong(
                        "packages",
                        "pactl, pw-dump, pw-link are missing",
                        "Run: apt-get install pipewire-bin pulseaudio-utils"),
                Checks.of(facts()).getFirst());
    }

    @Test
    void anOldPipeWire() {
        versions.put("pipewire", "Linked with libpipewire 0.3.19");
        onlyThis(
                Grade.WRONG,
                "PipeWire",
                "0.3.19 is older than anything this has been tried with",
                "Install PipeWire 0.3.65 or newer, as Debian 12 has it.");
    }

    @Test
    void aUserOutsideTheGroups() {
        groups = Set.of("ensemble", "audio");
        onlyThis(
                Grade.WRONG,
                "groups",
                "ensemble is not in bluetooth",
                "Run: usermod -aG bluetooth ensemble, then log in again.");
    }

    @Test
    void noRealTimePriority() {
        realtime = Optional.of(0L);
        onlyThis(
                Grade.WRONG,
                "real-time priority",
                "rtkit is there for PipeWire, but the gateway's own loop may not take any",
                "Put \"@audio - rtprio 95\" into /etc/security/limits.d/audio.conf, then log in again.");
    }

    @ParameterizedTest
    @CsvSource({"0.4.13, 51-ensemble.lua", "0.5.8, 51-ensemble.conf"})
    void noSeatIsMendedInTheNotationOfThatWirePlumber(String version, String file) {
        versions.put("wireplumber", version);
        wirePlumber = Map.of();
        seat = Optional.of("lingering");
        Verdict verdict = judge().stream()
                .filter(one -> one.grade() == Grade.WRONG)
                .findFirst()
                .orElseThrow();
        assertEquals("it is lingering, so WirePlumber makes no Bluetooth sinks", verdict.found());
        assertTrue(verdict.remedy().contains(file), verdict::remedy);
    }

    @Test
    void luaMayTellWirePlumberToo() {
        wirePlumber = Map.of("/etc/wireplumber/x.lua", "bluez_monitor.properties[\"with-logind\"] = false");
        seat = Optional.empty();
        assertEquals(0, BoxCheck.wrong(judge()));
    }

    @Test
    void blueZInstalledAndNotRunning() {
        busNames = Optional.of(Set.of("org.freedesktop.RealtimeKit1"));
        onlyThis(
                Grade.WRONG,
                "Bluetooth service",
                "BlueZ is installed but not running",
                "Run: systemctl enable --now bluetooth");
    }

    @Test
    void aKnownBadBlueZ() {
        versions.put("bluetoothctl", "bluetoothctl: 5.86");
        onlyThis(
                Grade.WRONG,
                "BlueZ version",
                "5.86: with BlueZ 5.86 speakers that can also send sound connect without sound"
                        + " (bluez/bluez issues 1922 and 1990)",
                "Install BlueZ 5.85, or a 5.86 whose packager has mended it.");
    }

    @Test
    void withoutThePluginNoSpeakerIsASink() {
        plugin = false;
        onlyThis(
                Grade.WRONG,
                "Bluetooth audio",
                "PipeWire's plugin for it is missing, so no speaker becomes a sink",
                "Run: apt-get install libspa-0.2-bluetooth, then restart WirePlumber.");
    }

    @Test
    void noRadioOrOneThatIsSwitchedOff() {
        blocked = Optional.of(true);
        onlyThis(Grade.WRONG, "Bluetooth radio", "a radio switch stops it", "Run: rfkill unblock bluetooth");
        adapters = Map.of();
        assertEquals(1, BoxCheck.wrong(judge()));
    }

    @Test
    void aPiIsSaidToBeWhatItIs() {
        model = Optional.of("Raspberry Pi 4 Model B Rev 1.4");
        Verdict board = judge().stream()
                .filter(verdict -> verdict.about().equals("board"))
                .findFirst()
                .orElseThrow();
        assertEquals(Grade.NOTE, board.grade());
        assertTrue(board.found().endsWith("no line-in and no microphone, and whose built-in radio the Echo uses up"));
    }

    @Test
    void whatCannotBeReadIsUnknownAndNotFine() {
        versions.put("wireplumber", "?");
        realtime = Optional.empty();
        assertEquals(
                Set.of("WirePlumber", "real-time priority"),
                judge().stream()
                        .filter(verdict -> verdict.grade() == Grade.UNKNOWN)
                        .map(Verdict::about)
                        .collect(Collectors.toSet()));
    }
}
