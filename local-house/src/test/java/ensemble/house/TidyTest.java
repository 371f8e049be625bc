package ensemble.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The whole repository, read as text. Each rule says what to do instead. */
class TidyTest {
    private static final int MOST_LINES = 400;
    private static final int USUAL_LINES = 250;
    private static final Path ROOT = root();
    private static final List<Path> SOURCES = sources();
    private static final Pattern MARK = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SLEEPING = Pattern.compile("\\bThread\\.sle" + "ep\\(");

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("ensemble"))) {
            here = here.getParent();
        }
        return java.util.Objects.requireNonNull(here, "run this from within the repository");
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path ->
                            path.toString().endsWith(".java") || path.toString().endsWith(".js"))
                    .filter(path -> path.toString().contains("/src/"))
                    .filter(path -> !path.toString().contains("/target/")
                            && !path.toString().contains("/node_modules/"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theRepositoryIsFound() {
        assertTrue(SOURCES.size() > 100, () -> "only " + SOURCES.size() + " sources under " + ROOT);
    }

    @Test
    void noFileIsLong() {
        none(path -> lines(path).size() > MOST_LINES, "longer than 400 lines: give a part of it a name and a file");
    }

    @Test
    void nineFilesInTenAreShort() {
        long longer = SOURCES.stream()
                .filter(path -> lines(path).size() >= USUAL_LINES)
                .count();
        assertTrue(
                longer * 10 <= SOURCES.size(),
                () -> longer + " of " + SOURCES.size() + " files have 250 lines or more: split the next one you touch");
    }

    @Test
    void nothingIsMarkedForLater() {
        none(contains(MARK), "a mark for later: do it now, or write it down where work is planned");
    }

    @Test
    void noTestSleeps() {
        none(
                contains(SLEEPING).and(path -> path.toString().endsWith("Test.java")),
                "sleeps: wait for the condition with a deadline, or move virtual time");
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        none(
                path -> path.toString().contains("/src/main/java/")
                        && Files.notExists(path.resolveSibling("package-info.java")),
                "in a package without package-info.java: add one sentence and @NullMarked");
    }

    private static Predicate<Path> contains(Pattern pattern) {
        return path ->
                lines(path).stream().anyMatch(line -> pattern.matcher(line).find());
    }

    private static void none(Predicate<Path> bad, String advice) {
        List<String> found = SOURCES.stream()
                .filter(bad)
                .map(path -> ROOT.relativize(path) + ": " + advice)
                .toList();
        assertEquals(List.of(), found);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
