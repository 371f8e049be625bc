package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a process holds open, as the kernel tells it.
 *
 * @param files paths of regular files and devices
 * @param socketInodes the kernel's numbers of its sockets
 */
record Belongings(Set<String> files, Set<String> socketInodes) {
    static Belongings of(long pid) throws IOException {
        Set<String> files = new TreeSet<>();
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring(8, target.length() - 1));
                } else if (target.startsWith("/") && !target.startsWith("/memfd:")) {
                    files.add(target);
                }
            }
        }
        return new Belongings(files, sockets);
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        }
    }

    /** Its own folder, its Java and devices; on TCP the broker as a client and its page as a server, nothing else. */
    void assertOnly(Path data, int pagePort, int mqttPort) throws IOException {
        List<String> strange = files.stream()
                .filter(file -> !file.startsWith(data.resolve("gateway").toString()))
                .filter(file -> !file.startsWith("/dev/"))
                .filter(file -> !file.endsWith(".jar") && !file.endsWith("/modules"))
                .filter(file -> !file.startsWith("/proc/") && !file.startsWith("/sys/"))
                .toList();
        assertEquals(List.of(), strange, "files that are not the gateway's");
        Set<Integer> listening = new TreeSet<>();
        Set<Integer> clientOf = new TreeSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String row : Files.readAllLines(Path.of(table))) {
                String[] fields = row.strip().split("\\s+");
                if (fields.length > 9 && socketInodes.contains(fields[9])) {
                    int local = port(fields[1]);
                    int remote = port(fields[2]);
                    if (remote == 0) {
                        listening.add(local);
                    } else if (local != pagePort) {
                        clientOf.add(remote);
                    }
                }
            }
        }
        assertEquals(Set.of(pagePort), listening);
        assertEquals(Set.of(mqttPort), clientOf);
        assertTrue(files.stream().noneMatch(file -> file.contains("/cloud/")), "the cloud's files");
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }
}
