package ensemble.house.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which archive of classes a start of the gateway uses, and which it asks to be made. */
class HubArchiveTest {
    @TempDir
    private Path folder = Path.of("");

    private HubArchive archive = new HubArchive(folder, folder);

    @BeforeEach
    void aJavaAndItsJars() throws Exception {
        Files.createDirectories(folder.resolve("jdk/lib"));
        Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/lib/modules"), "java");
        Files.writeString(folder.resolve("java.options"), "-Xmx48m");
        Files.writeString(Files.createDirectories(folder.resolve("jars")).resolve("a.jar"), "a");
        archive = new HubArchive(folder.resolve("cache"), folder.resolve("jars"));
    }

    private List<String> start() {
        return archive.forStart(folder.resolve("jdk/bin/java"), folder.resolve("java.options"));
    }

    private Path named() {
        return Path.of(value(start(), "-Densemble.gateway.archive=").orElseThrow());
    }

    private static java.util.Optional<String> value(List<String> options, String name) {
        return options.stream()
                .filter(option -> option.startsWith(name))
                .map(option -> option.substring(name.length()))
                .findFirst();
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theFirstStartTellsItsClassesAndUsesNone() {
        List<String> first = start();
        assertTrue(value(first, "-XX:DumpLoadedClassList=").orElseThrow().endsWith(".jsa.list"));
        assertTrue(value(first, "-XX:SharedArchiveFile=").isEmpty());
    }

    @Test
    void anArchiveThatIsThereIsUsed() throws Exception {
        Path made = named();
        Files.writeString(made, "classes");
        List<String> next = start();
        assertEquals(made.toString(), value(next, "-XX:SharedArchiveFile=").orElseThrow());
        assertTrue(value(next, "-XX:DumpLoadedClassList=").isEmpty());
    }

    @Test
    void anArchiveWithWhichAStartCameToNothingIsNotTriedAgain() throws Exception {
        Path made = named();
        Files.writeString(made, "classes");
        assertTrue(value(start(), "-XX:SharedArchiveFile=").isPresent());
        assertTrue(value(start(), "-XX:SharedArchiveFile=").isEmpty(), "nobody said that the last start worked");
        assertEquals(List.of(), kept());
    }

    @Test
    void anArchiveThatWorkedIsUsedAgain() throws Exception {
        Path made = named();
        Files.writeString(made, "classes");
        for (int i = 0; i < 3; i++) {
            assertTrue(value(start(), "-XX:SharedArchiveFile=").isPresent());
            Files.delete(Path.of(made + ".tried"));
        }
    }

    @Test
    void ofOtherJarsAnotherJavaOrNothingInItItIsNotUsed() throws Exception {
        for (String changed : List.of("jars/a.jar", "jdk/lib/modules", "java.options")) {
            Path made = named();
            Files.writeString(made, "classes");
            Files.setLastModifiedTime(folder.resolve(changed), FileTime.fromMillis(1));
            assertFalse(named().equals(made), changed);
            assertEquals(List.of(), kept(), changed);
        }
        Files.createFile(named());
        assertTrue(value(start(), "-XX:SharedArchiveFile=").isEmpty());
    }

    @Test
    void whereNothingCanBeKeptItStartsWithout() throws Exception {
        Files.writeString(folder.resolve("cache"), "no folder");
        assertEquals(List.of(), start());
    }
}
