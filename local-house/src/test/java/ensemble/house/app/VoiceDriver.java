package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drives a running house by virtual-alexa while every speaker is recorded. */
final class VoiceDriver {
    static final Path FILES = root().resolve("local-house/src/test/voice");
    private static final Path MODULES = root().resolve(".ensemble/voice/node_modules");
    private static final Path MODELS =
            root().resolve("interaction-model/src/main/resources/skill-package/interactionModels/custom");

    private VoiceDriver() {}

    /** Why it cannot run here; empty if it can. */
    static Optional<String> lacking() {
        if (!Files.isDirectory(MODULES.resolve("virtual-alexa"))) {
            return Optional.of("virtual-alexa is not there: npm ci in local-house/src/test/voice, moved to " + MODULES);
        }
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            return node.waitFor() == 0 ? Optional.empty() : Optional.of("node --version failed");
        } catch (IOException none) {
            return Optional.of("node --version: " + none.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** @return everything that came out otherwise than its row says, by lines of the file */
    static List<String> drive(TestHouse house, String locale, List<VoiceRow> rows, Path folder) throws Exception {
        Path rowsFile = folder.resolve(locale + ".json");
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> list.add(row.json()));
        Files.writeString(rowsFile, list.toString());
        Listening listening = Listening.start(house, folder.resolve(locale + ".wav"), seconds(rows));
        ProcessBuilder command = new ProcessBuilder(
                        "node",
                        FILES.resolve("drive.js").toString(),
                        "http://127.0.0.1:" + house.port() + "/alexa",
                        MODELS.resolve(locale + ".json").toString(),
                        locale,
                        SkillHost.SKILL_ID,
                        house.token("demo", "&ttl=3600"),
                        rowsFile.toString(),
                        Integer.toString(Listening.SETTLE_MILLIS),
                        Integer.toString(Listening.WINDOW_MILLIS))
                .redirectErrorStream(true);
        command.environment().put("NODE_PATH", MODULES.toString());
        Process driver = command.start();
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader out = driver.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("{")) {
                    lines.add(TestHouse.parsed(line));
                } else {
                    System.out.println("virtual-alexa: " + line);
                }
            }
        } finally {
            driver.destroy();
        }
        listening.end();
        return judged(rows, lines, listening);
    }

    private static double seconds(List<VoiceRow> rows) {
        double seconds = 8;
        String heard = "";
        for (VoiceRow row : rows) {
            seconds += row.heard().equals(heard) ? 0.3 : 0.7 + Listening.SETTLE_MILLIS / 1_000.0;
            heard = row.heard();
        }
        return seconds;
    }

    private static List<String> judged(List<VoiceRow> rows, List<JsonNode> lines, Listening listening) {
        List<String> wrong = new ArrayList<>();
        if (lines.size() != rows.size()) {
            wrong.add("the driver told of " + lines.size() + " rows, not " + rows.size());
        }
        for (int i = 0; i < Math.min(rows.size(), lines.size()); i++) {
            VoiceRow row = rows.get(i);
            JsonNode line = lines.get(i);
            String where = row.number() + " " + row.said() + " " + row.slots() + ": ";
            String speech = line.path("speech").asText();
            if (line.has("error")) {
                wrong.add(where + line.path("error").asText());
                continue;
            }
            if (!row.says().matcher(speech).find()) {
                wrong.add(where + "says \"" + speech + "\", not " + row.says());
            }
            String session = line.path("open").asBoolean() ? "open" : "closed";
            if (!row.session().equals("?") && !row.session().equals(session)) {
                wrong.add(where + "the session is " + session + " after \"" + speech + "\"");
            }
            if (line.path("open").asBoolean() != line.path("reprompt").asBoolean() && !speech.isEmpty()) {
                wrong.add(where + "an open session has a reprompt and no other: \"" + speech + "\"");
            }
            String heard =
                    listening.heard(line.path("from").asLong(), line.path("to").asLong());
            if (!row.heard().equals("?") && !row.heard().equals(heard)) {
                wrong.add(where + "heard is " + heard + ", not " + row.heard() + ", after \"" + speech + "\"");
            }
        }
        return wrong;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("ensemble"))) {
            here = here.getParent();
        }
        return java.util.Objects.requireNonNull(here, "run this from within the repository");
    }
}
