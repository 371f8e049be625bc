package ensemble.skill.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Plants each bug of src/test/planted in a copy of its file, and sees that the named test notices it. */
@Tag("slow")
class PlantedBugsTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path MAIN = MODULE.resolve("src/main");

    static List<Path> patches() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("src/test/planted"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreTwentyAndEachBreaksSomethingElse() throws IOException {
        assertTrue(patches().size() >= 20);
    }

    @ParameterizedTest
    @MethodSource("patches")
    void thePlantedBugIsKilledByItsTest(Path file, @TempDir Path broken) throws Exception {
        Patch patch = Patch.read(file);
        TestExecutionSummary sound = run(patch, broken.resolve("nothing"));
        assertEquals(0, sound.getTotalFailureCount(), "the named test fails without the bug, too");
        assertTrue(sound.getTestsSucceededCount() > 0, "the named test did not run");
        plant(patch, broken);
        TestExecutionSummary hurt = run(patch, broken);
        assertTrue(hurt.getTestsFailedCount() > 0, () -> patch.killer() + " did not notice " + file.getFileName());
    }

    private static void plant(Patch patch, Path broken) throws IOException {
        Path source = MODULE.resolveSibling(patch.path());
        String text = patch.applied(Files.readString(source));
        if (!patch.path().endsWith(".java")) {
            Path copy = broken.resolve(MAIN.resolve("resources").relativize(source));
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            Files.writeString(copy, text);
            return;
        }
        Path copy = broken.resolve("source").resolve(Objects.requireNonNull(source.getFileName()));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.writeString(copy, text);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-d", broken.toString(), "-cp", classPath());
            boolean compiles = compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(copy))
                    .call();
            assertTrue(compiles, "the bug does not even compile");
        }
    }

    private static TestExecutionSummary run(Patch patch, Path broken) throws Exception {
        URL[] places = {
            broken.toUri().toURL(),
            MODULE.resolve("target/classes").toUri().toURL(),
            MODULE.resolve("target/test-classes").toUri().toURL()
        };
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (OwnFirst loader = new OwnFirst(places, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> tests = loader.loadClass(patch.killerClass());
            Method method = Arrays.stream(tests.getDeclaredMethods())
                    .filter(one -> one.getName().equals(patch.killerMethod()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no test " + patch.killer()));
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectMethod(tests, method))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
