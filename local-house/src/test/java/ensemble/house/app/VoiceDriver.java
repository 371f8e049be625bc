package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.wav.WavAudio;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpResponse;
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
    private static final String LETTERS = "KLRD";
    private static final int RATE = 48_000;

    /** The slowest speaker still sounds for its own latency after its sink has fallen silent, and a fade comes before. */
    private static final int SETTLE_MILLIS = 650;

    private static final int WINDOW_MILLIS = 60;
    private static final double SOUND = 1e-4;

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
        Path wav = folder.resolve(locale + ".wav");
        ObjectNode asked = TestHouse.body().put("seconds", seconds(rows)).put("out", wav.toString());
        HttpResponse<String> started = house.post("/room/record-start", asked.toString());
        long zero = System.currentTimeMillis();
        String id = TestHouse.json(started).path("recording").asText();
        ProcessBuilder command = new ProcessBuilder(
                        "node",
                        FILES.resolve("drive.js").toString(),
                        "http://127.0.0.1:" + house.port() + "/alexa",
                        MODELS.resolve(locale + ".json").toString(),
                        locale,
                        SkillHost.SKILL_ID,
                        house.token("demo", "&ttl=3600"),
                        rowsFile.toString(),
                        Integer.toString(SETTLE_MILLIS),
                        Integer.toString(WINDOW_MILLIS))
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
        TestHouse.json(house.post(
                "/room/record-await", TestHouse.body().put("recording", id).toString()));
        return judged(rows, lines, WavAudio.read(wav), zero);
    }

    private static double seconds(List<VoiceRow> rows) {
        double seconds = 8;
        String heard = "";
        for (VoiceRow row : rows) {
            seconds += row.heard().equals(heard) ? 0.3 : 1.3;
            heard = row.heard();
        }
        return seconds;
    }

    private static List<String> judged(List<VoiceRow> rows, List<JsonNode> lines, WavAudio take, long zero) {
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
            String heard = heard(
                    take, line.path("from").asLong() - zero, line.path("to").asLong() - zero);
            if (!row.heard().equals("?") && !row.heard().equals(heard)) {
                wrong.add(where + "heard is " + heard + ", not " + row.heard() + ", after \"" + speech + "\"");
            }
        }
        return wrong;
    }

    private static String heard(WavAudio take, long fromMillis, long toMillis) {
        StringBuilder heard = new StringBuilder();
        for (int channel = 0; channel < LETTERS.length(); channel++) {
            float[] samples = take.channels()[channel];
            int from = (int) (fromMillis * RATE / 1_000);
            int to = (int) (toMillis * RATE / 1_000);
            if (to > samples.length) {
                return "nothing known: the recording ended before";
            }
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += (double) samples[i] * samples[i];
            }
            if (Math.sqrt(sum / Math.max(1, to - from)) > SOUND) {
                heard.append(LETTERS.charAt(channel));
            }
        }
        return heard.isEmpty() ? "-" : heard.toString();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("ensemble"))) {
            here = here.getParent();
        }
        return java.util.Objects.requireNonNull(here, "run this from within the repository");
    }
}
