package ensemble.house.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.house.Until;
import ensemble.house.certs.HouseCerts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged gateway's own command with whatever may lie where it keeps its archive of classes. Nobody answers as its cloud,
 * so no start here says that its archive is good. Maven packs the gateway before it comes to this module's tests.
 */
final class PackagedStartTest {
    private static final Path BOX = Path.of("../device-gateway/src/main/box");
    private static final Path LIB = Path.of("../device-gateway/target/lib");

    @TempDir
    private Path folder = Path.of("");

    private Path cache = folder;
    private Path log = folder;
    private OptionalLong endsWith = OptionalLong.empty();

    @BeforeEach
    void unpack() throws Exception {
        assumeTrue(Files.isDirectory(LIB), "skipped: the gateway is not packed; mvn verify packs it first");
        Path own = Files.createDirectories(folder.resolve("lib/ensemble-gateway"));
        Files.createSymbolicLink(own.resolve("lib"), LIB.toRealPath());
        Files.copy(BOX.resolve("java.options"), own.resolve("java.options"));
        Files.copy(
                BOX.resolve("bin/ensemble-gateway"),
                Files.createDirectories(folder.resolve("bin")).resolve("ensemble-gateway"));
        cache = Files.createDirectories(folder.resolve("cache"));
        log = folder.resolve("log");
        HouseCerts.prepare(Files.createDirectories(folder.resolve("certs")), "box", Instant.now());
        Files.writeString(folder.resolve("gateway.json"), """
                {"hub": "box", "state": "state",
                 "mqtt": {"host": "127.0.0.1", "port": 1, "ca": "%1$s/ca.pem", "certificate": "%1$s/hub.pem", "key": "%1$s/hub.key"},
                 "page": {"host": "127.0.0.1", "port": %2$d},
                 "graph": {"kind": "CABLE", "cable": "no-room"},
                 "outputs": {"deck": {"node": "spk.deck"}}}
                """.formatted(folder.resolve("certs"), freePort()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private Process start(String cacheDirectory, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        "sh",
                                        folder.resolve("bin/ensemble-gateway").toString()),
                                Stream.of(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", String.valueOf(System.getProperty("java.home")));
        builder.environment().put("CACHE_DIRECTORY", cacheDirectory);
        endsWith.ifPresent(pid -> builder.environment().put("JDK_JAVA_OPTIONS", "-Densemble.gateway.endsWith=" + pid));
        return builder.start();
    }

    /** Starts it and ends it once its page is open; everything that it said. */
    private List<String> comesUp(String cacheDirectory) throws Exception {
        Process gateway = start(cacheDirectory, folder.resolve("gateway.json").toString());
        try {
            Until.so("it runs, or has ended", () -> !gateway.isAlive() || told(" runs"));
            assertTrue(gateway.isAlive(), () -> String.join("\n", lines()));
            gateway.destroy();
            assertTrue(gateway.waitFor(10, TimeUnit.SECONDS));
            for (String line : lines()) {
                assertTrue(line.matches("\\d{4}-\\d\\d-\\d\\dT.*|\\s.*"), "noise: " + line);
            }
            return kept();
        } finally {
            gateway.destroyForcibly();
        }
    }

    private boolean told(String words) {
        return lines().stream().anyMatch(line -> line.endsWith(words));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("classes-"))
                    .sorted()
                    .toList();
        }
    }

    /** After a first start: where its archive would be. */
    private Path archive() throws Exception {
        List<String> first = comesUp(cache.toString());
        assertEquals(1, first.size(), first::toString);
        assertTrue(first.getFirst().endsWith(".jsa.list"), first::toString);
        return cache.resolve(first.getFirst().replace(".list", ""));
    }

    @Test
    void aGarbageArchiveDoesNotStopTheGatewayAndIsNotKept() throws Exception {
        Path archive = archive();
        byte[] garbage = new byte[300_000];
        new Random(1).nextBytes(garbage);
        Files.write(archive, garbage);
        assertTrue(comesUp(cache.toString()).contains(archive.getFileName().toString()));
        assertEquals(List.of(archive.getFileName() + ".list"), comesUp(cache.toString()), "the garbage is gone");
    }

    /** A whole header with nothing true behind it makes Java itself fail; the service manager starts the gateway anew. */
    @Test
    void aTornArchiveCostsOneStartAtMost() throws Exception {
        Path archive = archive();
        byte[] jdks = Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib/server/classes.jsa"));
        byte[] noise = new byte[jdks.length - 4096];
        new Random(2).nextBytes(noise);
        System.arraycopy(noise, 0, jdks, 4096, noise.length);
        Files.write(archive, jdks);
        Process torn = start(cache.toString(), folder.resolve("gateway.json").toString());
        Until.so("it runs, or has ended", () -> !torn.isAlive() || told(" runs"));
        torn.destroyForcibly().waitFor();
        assertEquals(List.of(archive.getFileName() + ".list"), comesUp(cache.toString()));
    }

    @Test
    void aStartThatFailedLeavesNothingThatIsUsed() throws Exception {
        Process wrong = start(cache.toString(), folder.resolve("absent.json").toString());
        assertEquals(2, wrong.waitFor());
        assertFalse(kept().stream().anyMatch(name -> name.endsWith(".jsa")), kept()::toString);
        archive();
    }

    /** As when a house is killed while it starts its box. */
    @Test
    void aBoxWhoseHouseIsGoneBeforeItRunsEndsByItself() throws Exception {
        Process house = new ProcessBuilder("true").start();
        house.waitFor();
        endsWith = OptionalLong.of(house.pid());

        Process orphan = start(cache.toString(), folder.resolve("gateway.json").toString());

        try {
            assertTrue(orphan.waitFor(30, TimeUnit.SECONDS), () -> String.join("\n", lines()));
            assertEquals(0, orphan.exitValue());
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void whereNothingCanBeKeptItStartsWithout() throws Exception {
        assertEquals(List.of(), comesUp("/dev/null/cache"));
        assertEquals(List.of(), comesUp(folder.resolve("absent").toString()));
    }
}
