package ensemble.gateway.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whether what the box runs on is installed, and in which version. Pure. */
final class SoftwareChecks {
    /** Programs that the gateway cannot do without, and the Debian packages that hold them. */
    static final List<Needed> NEEDED = List.of(
            new Needed("pipewire", "pipewire"),
            new Needed("pipewire-pulse", "pipewire-pulse"),
            new Needed("wireplumber", "wireplumber"),
            new Needed("pw-link", "pipewire-bin"),
            new Needed("pw-dump", "pipewire-bin"),
            new Needed("pactl", "pulseaudio-utils"),
            new Needed("dbus-daemon", "dbus"),
            new Needed("chrt", "util-linux"));

    record Needed(String program, String debianPackage) {}

    private SoftwareChecks() {}

    static Stream<Verdict> programs(BoxFacts facts) {
        Set<String> programs = new TreeSet<>();
        Set<String> packages = new TreeSet<>();
        NEEDED.stream()
                .filter(needed -> !facts.programs().contains(needed.program()))
                .forEach(needed -> {
                    programs.add(needed.program());
                    packages.add(needed.debianPackage());
                });
        return Stream.of(
                programs.isEmpty()
                        ? Verdict.ok("packages", "all programs that the gateway uses are installed")
                        : Verdict.wrong(
                                "packages",
                                String.join(", ", programs) + (programs.size() == 1 ? " is" : " are") + " missing",
                                "Run: apt-get install " + String.join(" ", packages)));
    }

    static Stream<Verdict> pipeWire(BoxFacts facts) {
        if (!facts.programs().contains("pipewire")) {
            return Stream.empty();
        }
        Optional<ProgramVersion> version = version(facts, "pipewire");
        if (version.isEmpty()) {
            return Stream.of(
                    Verdict.unknown("PipeWire", "its version cannot be read", "Run `pipewire --version` to see why."));
        }
        return Stream.of(
                version.get().before(0, 3, 65)
                        ? Verdict.wrong(
                                "PipeWire",
                                version.get() + " is older than anything this has been tried with",
                                "Install PipeWire 0.3.65 or newer, as Debian 12 has it.")
                        : Verdict.ok("PipeWire", "version " + version.get()));
    }

    /** Which configuration WirePlumber reads depends on its version: Lua before 0.5, its own notation from then on. */
    static Stream<Verdict> wirePlumber(BoxFacts facts) {
        if (!facts.programs().contains("wireplumber")) {
            return Stream.empty();
        }
        return Stream.of(version(facts, "wireplumber")
                .map(version -> Verdict.ok("WirePlumber", "version " + version))
                .orElse(Verdict.unknown(
                        "WirePlumber", "its version cannot be read", "Run `wireplumber --version` to see why.")));
    }

    static Optional<ProgramVersion> version(BoxFacts facts, String program) {
        return Optional.ofNullable(facts.versions().get(program)).flatMap(ProgramVersion::in);
    }
}
