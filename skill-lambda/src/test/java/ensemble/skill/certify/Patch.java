package ensemble.skill.certify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A planted bug.
 *
 * @param killer the test that must notice it, as {@code class#method}
 * @param path of the file, from the repository's root
 * @param hunks what it takes away and puts in its place
 */
record Patch(String killer, String path, List<Hunk> hunks) {
    /** Some lines as they are, and as the bug has them. */
    record Hunk(String before, String after) {}

    static Patch read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String killer = lines.getFirst().replace("Killed by ", "");
        String path = "";
        List<Hunk> hunks = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("+++ b/")) {
                path = line.substring("+++ b/".length());
            } else if (line.startsWith("@@")) {
                add(hunks, before, after);
            } else if (!line.startsWith("---")) {
                String text = line.isEmpty() ? "" : line.substring(1);
                if (!line.startsWith("+")) {
                    before.append(text).append('\n');
                }
                if (!line.startsWith("-")) {
                    after.append(text).append('\n');
                }
            }
        }
        add(hunks, before, after);
        return new Patch(killer, path, hunks);
    }

    String killerClass() {
        return killer.substring(0, killer.indexOf('#'));
    }

    String killerMethod() {
        return killer.substring(killer.indexOf('#') + 1);
    }

    /** @throws IllegalStateException if the file has changed so much that the bug no longer fits */
    String applied(String text) {
        String changed = text;
        for (Hunk hunk : hunks) {
            int at = changed.indexOf(hunk.before());
            if (at < 0) {
                throw new IllegalStateException("the bug no longer fits " + path + ": plant it anew");
            }
            changed = changed.substring(0, at)
                    + hunk.after()
                    + changed.substring(at + hunk.before().length());
        }
        return changed;
    }

    private static void add(List<Hunk> hunks, StringBuilder before, StringBuilder after) {
        if (!before.isEmpty()) {
            hunks.add(new Hunk(before.toString(), after.toString()));
        }
        before.setLength(0);
        after.setLength(0);
    }
}
