package ensemble.house.box;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.house.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway as a Debian package: built as {@code ./ensemble package} builds it, unpacked beside the system instead of into
 * it, and run from there. Maven packs the gateway before it comes to this module's tests.
 */
final class BoxPackageTest {
    private static final Path BOX = Path.of("../device-gateway/src/main/box");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void pack() throws Exception {
        assumeTrue(onPath("dpkg-deb"), "skipped: dpkg-deb is not on the path");
        assumeTrue(
                Files.isDirectory(Path.of("../device-gateway/target/lib")),
                "skipped: the gateway is not packed; mvn verify packs it first");
        said(Map.of(), BOX.resolve("build-deb").toString(), deb().toString());
        said(Map.of(), "dpkg-deb", "-x", deb().toString(), root().toString());
    }

    @Test
    void itCarriesTheGatewayAndNothingOfTheHouse() throws Exception {
        String list = said(Map.of(), "dpkg-deb", "-c", deb().toString());
        for (String wanted : List.of(
                "./usr/bin/ensemble-gateway",
                "./usr/bin/ensemble-audio",
                "./usr/lib/ensemble-gateway/java.options",
                "./usr/lib/ensemble-gateway/lib/device-gateway-",
                "./lib/systemd/system/ensemble-gateway.service",
                "./etc/ensemble/gateway.json")) {
            assertTrue(list.contains(wanted), wanted);
        }
        for (String foreign : List.of("DynamoDB", "moquette", "skill-lambda", "local-house", "ask-sdk")) {
            assertFalse(list.contains(foreign), foreign);
        }
    }

    @Test
    void itsConfigurationFilesAreKeptOnAnUpdate() throws Exception {
        said(
                Map.of(),
                "dpkg-deb",
                "-e",
                deb().toString(),
                folder.resolve("control").toString());
        List<String> kept = Files.readAllLines(folder.resolve("control/conffiles"));
        try (var files = Files.walk(root().resolve("etc"))) {
            assertEquals(
                    kept.stream().sorted().toList(),
                    files.filter(Files::isRegularFile)
                            .map(file -> "/" + root().relativize(file))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void checkSaysWhatIsWrongWithTheBox() throws Exception {
        Process check = start(Map.of(), gateway(), "check");
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(List.of(0, 1).contains(check.waitFor()), said);
        assertTrue(said.contains("Bluetooth radio"), said);
    }

    @Test
    void theSampleConfigurationIsUnderstoodUpToItsCertificates() throws Exception {
        Process run = start(
                Map.of(), gateway(), root().resolve("etc/ensemble/gateway.json").toString());
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(1, run.waitFor(), said);
        assertTrue(said.contains("/etc/ensemble/certs/"), said);
    }

    /** One of its processes ending must end all, or the service manager would not know. */
    @Test
    @Tag("audio")
    void itsAudioServerAnswersHasOurClockAndEndsAsAWhole() throws Exception {
        assumeTrue(onPath("pipewire") && onPath("pactl"), "skipped: no PipeWire on the path");
        Path sockets = Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> environment = Map.of(
                "XDG_RUNTIME_DIR", sockets.toString(),
                "XDG_CONFIG_HOME", root().resolve("etc/ensemble").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "PULSE_SERVER", "unix:" + sockets.resolve("pulse/native"));
        Process audio =
                start(environment, root().resolve("usr/bin/ensemble-audio").toString());
        try {
            Until.so("its clock is there", () -> quietly(environment).contains("ensemble.clock"));
            audio.children()
                    .filter(child -> child.info().command().orElse("").endsWith("/pipewire"))
                    .findFirst()
                    .orElseThrow()
                    .destroyForcibly();
            assertTrue(audio.waitFor(20, TimeUnit.SECONDS), "it stays although PipeWire has ended");
            assertEquals(1, audio.exitValue());
        } finally {
            audio.descendants().forEach(ProcessHandle::destroyForcibly);
            audio.destroyForcibly();
        }
    }

    private String gateway() {
        return root().resolve("usr/bin/ensemble-gateway").toString();
    }

    private Path deb() {
        return folder.resolve("ensemble-gateway.deb");
    }

    private Path root() {
        return folder.resolve("root");
    }

    private static boolean onPath(String command) {
        for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(place, command))) {
                return true;
            }
        }
        return false;
    }

    private static String quietly(Map<String, String> environment) {
        try {
            Process pactl = start(environment, "pactl", "list", "short", "sinks");
            String sinks = new String(pactl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return pactl.waitFor() == 0 ? sinks : "";
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String said(Map<String, String> environment, String... command) throws Exception {
        Process process = start(environment, command);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", String.valueOf(System.getProperty("java.home")));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
