package ensemble.gateway.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers the facts. Reads only; changes nothing on the machine. */
record Gathering(Machine machine) {
    private static final Pattern BUS_NAME = Pattern.compile("string \"([^\":][^\"]*)\"");
    private static final Pattern REALTIME = Pattern.compile("Max realtime priority\\s+(\\d+|unlimited)");
    private static final List<String> TELL_VERSION = List.of("pipewire", "wireplumber", "bluetoothctl");

    BoxFacts facts() {
        Set<String> programs = programs();
        Map<String, String> versions = new HashMap<>();
        TELL_VERSION.stream().filter(programs::contains).forEach(program -> machine.output(
                        List.of(program, "--version"))
                .ifPresent(said -> versions.put(program, said)));
        String user = machine.output(List.of("id", "-un")).map(String::strip).orElse("this user");
        Optional<String> login =
                machine.output(List.of("loginctl", "show-user", user, "--property=State", "--property=Linger"));
        return new BoxFacts(
                programs,
                versions,
                user,
                words(machine.output(List.of("id", "-Gn"))),
                groupsOfKernel(),
                text("proc/device-tree/model")
                        .map(model -> model.replace("\0", "").strip()),
                adapters(),
                blocked(),
                machine.output(List.of(
                                "dbus-send",
                                "--system",
                                "--print-reply",
                                "--dest=org.freedesktop.DBus",
                                "/org/freedesktop/DBus",
                                "org.freedesktop.DBus.ListNames"))
                        .map(Gathering::busNames),
                login.flatMap(told -> property(told, "State")),
                login.flatMap(told -> property(told, "Linger")).map("yes"::equals),
                text("proc/self/limits").flatMap(Gathering::realtime),
                wirePlumberFiles(),
                plugin(),
                captures());
    }

    private Set<String> programs() {
        List<Path> directories = Arrays.stream(
                        machine.environment().getOrDefault("PATH", "").split(":"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> machine.root().resolve(directory.replaceFirst("^/", "")))
                .toList();
        return Stream.concat(SoftwareChecks.NEEDED.stream().map(SoftwareChecks.Needed::program), TELL_VERSION.stream())
                .filter(program -> directories.stream().anyMatch(path -> Files.isExecutable(path.resolve(program))))
                .collect(Collectors.toSet());
    }

    private Optional<String> text(String path) {
        try {
            return Optional.of(Files.readString(machine.root().resolve(path)));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private List<Path> in(String directory) {
        try (Stream<Path> files = Files.list(machine.root().resolve(directory))) {
            return files.sorted().toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Set<String> words(Optional<String> line) {
        return line.map(said -> Set.copyOf(Arrays.asList(said.strip().split("\\s+"))))
                .orElse(Set.of());
    }

    private Set<String> groupsOfKernel() {
        return text("etc/group")
                .orElse("")
                .lines()
                .map(line -> line.split(":")[0])
                .collect(Collectors.toSet());
    }

    private Map<String, String> adapters() {
        Map<String, String> found = new HashMap<>();
        for (Path adapter : in("sys/class/bluetooth")) {
            String name = adapter.getFileName().toString();
            if (name.matches("hci\\d+")) {
                try {
                    found.put(name, adapter.toRealPath().toString());
                } catch (IOException gone) {
                    found.put(name, "");
                }
            }
        }
        return found;
    }

    private Optional<Boolean> blocked() {
        List<Path> switches = in("sys/class/rfkill").stream()
                .filter(path -> read(path, "type").equals("bluetooth"))
                .toList();
        return switches.isEmpty()
                ? Optional.empty()
                : Optional.of(switches.stream()
                        .allMatch(path -> read(path, "soft").equals("1")
                                || read(path, "hard").equals("1")));
    }

    private static String read(Path directory, String name) {
        try {
            return Files.readString(directory.resolve(name)).strip();
        } catch (IOException unreadable) {
            return "";
        }
    }

    static Set<String> busNames(String reply) {
        Set<String> names = new HashSet<>();
        Matcher name = BUS_NAME.matcher(reply);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    static Optional<String> property(String told, String name) {
        return told.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    static Optional<Long> realtime(String limits) {
        Matcher line = REALTIME.matcher(limits);
        return line.find()
                ? Optional.of(line.group(1).equals("unlimited") ? 99L : Long.parseLong(line.group(1)))
                : Optional.empty();
    }

    /** What the owner or an installer has put beside WirePlumber's own files; lines that are comments are left out. */
    private Map<String, String> wirePlumberFiles() {
        Map<String, String> environment = machine.environment();
        String home = environment.getOrDefault("HOME", "/root");
        String own = environment.getOrDefault("XDG_CONFIG_HOME", home + "/.config");
        Map<String, String> found = new HashMap<>();
        for (String base : List.of("/etc", own)) {
            Path directory = machine.root().resolve((base + "/wireplumber").replaceFirst("^/", ""));
            try (Stream<Path> files = Files.walk(directory, 3)) {
                files.filter(path -> path.toString().endsWith(".lua")
                                || path.toString().endsWith(".conf"))
                        .forEach(path -> text(machine.root().relativize(path).toString())
                                .ifPresent(content -> found.put(path.toString(), withoutComments(content))));
            } catch (IOException none) {
                // nothing has been put there
            }
        }
        return found;
    }

    private static String withoutComments(String content) {
        return content.lines()
                .filter(line -> !line.stripLeading().startsWith("--")
                        && !line.stripLeading().startsWith("#"))
                .collect(Collectors.joining("\n"));
    }

    private boolean plugin() {
        List<Path> places = new ArrayList<>(in("usr/lib"));
        places.add(machine.root().resolve("usr/lib"));
        places.add(machine.root().resolve("usr/lib64"));
        return places.stream().anyMatch(place -> Files.exists(place.resolve("spa-0.2/bluez5/libspa-bluez5.so")));
    }

    private List<String> captures() {
        return text("proc/asound/pcm")
                .orElse("")
                .lines()
                .filter(line -> line.contains("capture"))
                .map(line -> {
                    String[] fields = line.split(":");
                    return fields.length > 1 ? fields[1].strip() : line.strip();
                })
                .distinct()
                .toList();
    }
}
