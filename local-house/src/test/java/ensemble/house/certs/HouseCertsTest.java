package ensemble.house.certs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HouseCertsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void theyAreMadeOnceAndTheirKeysAreTheirOwnersAlone(@TempDir Path folder) throws Exception {
        HouseCerts first = HouseCerts.prepare(folder, "speaker-box", NOW);
        assertEquals(first, HouseCerts.prepare(folder, "speaker-box", NOW.plus(Duration.ofDays(3650))));
        for (String name : new String[] {"ca", "server", "hub", "tester"}) {
            Path key = folder.resolve(name + ".key");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)), name);
        }
        assertEquals("speaker-box", name(first, "hub"));
        assertEquals("tester", name(first, "tester"));
        assertEquals(
                List.of(List.of(2, "localhost"), List.of(7, "127.0.0.1"), List.of(7, "0:0:0:0:0:0:0:1")),
                List.copyOf(first.server().certificate().getSubjectAlternativeNames()));
    }

    @Test
    void theyEndAndThenItIsSaid(@TempDir Path folder) throws Exception {
        HouseCerts.prepare(folder, "speaker-box", NOW);
        assertNamed(folder.resolve("ca.pem"), folder, "speaker-box", NOW.plus(Duration.ofDays(20 * 365 + 1)));
    }

    @Test
    void mixedUpFilesAreTold(@TempDir Path folder, @TempDir Path other) throws Exception {
        HouseCerts.prepare(folder, "speaker-box", NOW);
        assertNamed(folder.resolve("hub.pem"), folder, "other-box", NOW);
        HouseCerts.prepare(other, "speaker-box", NOW);
        Files.write(folder.resolve("tester.pem"), Files.readAllBytes(other.resolve("tester.pem")));
        assertNamed(folder.resolve("tester.pem"), folder, "speaker-box", NOW);
        Files.write(folder.resolve("hub.key"), Files.readAllBytes(other.resolve("hub.key")));
        assertNamed(folder.resolve("hub.key"), folder, "speaker-box", NOW);
        Files.delete(folder.resolve("server.key"));
        assertNamed(folder.resolve("server.pem"), folder, "speaker-box", NOW);
    }

    @Test
    void aPowerCutBetweenKeyAndCertificateHeals(@TempDir Path folder) throws Exception {
        HouseCerts.prepare(folder, "speaker-box", NOW);
        Files.delete(folder.resolve("tester.pem"));
        assertEquals("tester", name(HouseCerts.prepare(folder, "speaker-box", NOW), "tester"));
    }

    private static String name(HouseCerts certs, String file) throws IOException {
        return HouseCerts.commonName(
                certs.thing(file, NOW).certificate().getSubjectX500Principal().getName());
    }

    private static void assertNamed(Path file, Path folder, String hub, Instant now) {
        IOException told = assertThrows(IOException.class, () -> HouseCerts.prepare(folder, hub, now));
        assertTrue(told.toString().contains(file.toString()), told::toString);
    }
}
