package ensemble.gateway.check;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether the user that runs the gateway may do what it must. Pure. */
final class PermissionChecks {
    private static final long ENOUGH_PRIORITY = 20;

    private PermissionChecks() {}

    static Stream<Verdict> groups(BoxFacts facts) {
        if (facts.user().equals("root")) {
            return Stream.of(Verdict.note(
                    "groups",
                    "this runs as root, which needs no group",
                    "Give the gateway a user of its own for every day."));
        }
        Set<String> missing = new TreeSet<>();
        for (String group : Set.of("audio", "bluetooth")) {
            if (facts.kernelGroups().contains(group) && !facts.groups().contains(group)) {
                missing.add(group);
            }
        }
        return Stream.of(
                missing.isEmpty()
                        ? Verdict.ok("groups", facts.user() + " is in all that matter")
                        : Verdict.wrong(
                                "groups",
                                facts.user() + " is not in " + String.join(", ", missing),
                                "Run: usermod -aG " + String.join(",", missing) + " " + facts.user()
                                        + ", then log in again."));
    }

    /** The audio loop asks for a real-time priority of 20; without it, a busy machine is heard. */
    static Stream<Verdict> realtime(BoxFacts facts) {
        boolean kit = facts.busNames()
                .filter(names -> names.contains("org.freedesktop.RealtimeKit1"))
                .isPresent();
        if (facts.user().equals("root")
                || facts.realtimeLimit()
                        .filter(limit -> limit >= ENOUGH_PRIORITY)
                        .isPresent()) {
            return Stream.of(Verdict.ok("real-time priority", "the audio loop may take it"));
        }
        if (facts.realtimeLimit().isEmpty()) {
            return Stream.of(Verdict.unknown(
                    "real-time priority", "this user's limit cannot be read", "Run `ulimit -r` to see it."));
        }
        String limit = "@audio - rtprio 95";
        return Stream.of(Verdict.wrong(
                "real-time priority",
                kit
                        ? "rtkit is there for PipeWire, but the gateway's own loop may not take any"
                        : "this user may not take any, and rtkit is not running",
                "Put \"" + limit + "\" into /etc/security/limits.d/audio.conf"
                        + (kit ? "" : " and run: apt-get install rtkit") + ", then log in again."));
    }

    /** WirePlumber waits for a seat before it touches Bluetooth; a box without a screen has none. */
    static Stream<Verdict> seat(BoxFacts facts) {
        boolean told = facts.wirePlumberFiles().values().stream().anyMatch(PermissionChecks::ignoresSeat);
        if (told) {
            return Stream.of(Verdict.ok("logind seat", "WirePlumber is told not to wait for one"));
        }
        if (facts.seat().isEmpty()) {
            return Stream.of(Verdict.unknown(
                    "logind seat",
                    "logind does not answer, so WirePlumber will not start Bluetooth",
                    seatRemedy(facts)));
        }
        return Stream.of(
                facts.seat().get().equals("active")
                        ? Verdict.note(
                                "logind seat",
                                "it is active now; when this session ends, so does Bluetooth",
                                seatRemedy(facts))
                        : Verdict.wrong(
                                "logind seat",
                                "it is " + facts.seat().get() + ", so WirePlumber makes no Bluetooth sinks",
                                seatRemedy(facts)));
    }

    private static boolean ignoresSeat(String file) {
        String dense = file.replaceAll("\\s+", "");
        return dense.contains("[\"with-logind\"]=false") || dense.contains("monitor.bluez.seat-monitoring=disabled");
    }

    private static String seatRemedy(BoxFacts facts) {
        boolean lua = SoftwareChecks.version(facts, "wireplumber")
                .filter(version -> version.before(0, 5, 0))
                .isPresent();
        return lua
                ? "Write bluez_monitor.properties[\"with-logind\"] = false into"
                        + " /etc/wireplumber/bluetooth.lua.d/51-ensemble.lua."
                : "Write wireplumber.profiles = { main = { monitor.bluez.seat-monitoring = disabled } } into"
                        + " /etc/wireplumber/wireplumber.conf.d/51-ensemble.conf.";
    }
}
