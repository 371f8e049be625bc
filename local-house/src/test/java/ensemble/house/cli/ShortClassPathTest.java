package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script gives the commands that only ask a class path of a few jars, so that they start quickly. A command that
 * mentions a class of another module breaks them all: picocli loads every command to run one of them.
 */
final class ShortClassPathTest {
    private static final Pattern JARS = Pattern.compile("\"\\$lib\"/\\{([a-zA-Z0-9,-]+)}-\\*\\.jar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "help",
                "say --help",
                "status --help",
                "calibrate --help",
                "hub --help",
                "room record --help",
                "bench --help",
                "sync probe --help",
                "check --help",
                "package --help",
                "deploy --help",
                "catalogue ask --json flip6 charge5"
            })
    void theScriptsClassPathCarriesTheCommand(String command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                shortClassPath(),
                "ensemble.house.cli.Ensemble"));
        arguments.addAll(List.of(command.split(" ")));
        Process process =
                new ProcessBuilder(arguments).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    @Test
    void theSkillIsNotOnIt() throws Exception {
        assertFalse(shortClassPath().contains("skill-lambda"));
    }

    /** The entries of this test's own class path that the script would choose from the built jars. */
    private static String shortClassPath() throws Exception {
        String script = Files.readString(Path.of("..", "ensemble"));
        List<String> names = new ArrayList<>();
        for (Matcher jars = JARS.matcher(script); jars.find(); ) {
            names.addAll(Arrays.asList(jars.group(1).split(",")));
        }
        assertTrue(names.contains("picocli"), script);
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            String path = entry.replace(File.separatorChar, '/');
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (names.stream()
                    .anyMatch(name -> file.startsWith(name + "-") || path.endsWith("/" + name + "/target/classes"))) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
