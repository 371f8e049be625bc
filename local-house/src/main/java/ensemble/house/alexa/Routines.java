package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The routines that a household accepted: words of its own that start a task of the skill. Kept in a file. Safe from any thread. */
final class Routines {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One routine.
     *
     * @param utterance as recognition would hand it on
     * @param task the skill's task, such as {@code amzn1.ask.skill.x.PlayOnGroup}
     * @param input what the task is given
     */
    record Entry(String utterance, String locale, String task, String version, JsonNode input) {}

    private final Optional<Path> file;
    private final List<Entry> entries = new ArrayList<>();

    private Routines(Optional<Path> file) {
        this.file = file;
    }

    static Routines inMemory() {
        return new Routines(Optional.empty());
    }

    /** @throws IOException if the file is there and cannot be read */
    static Routines in(Path file) throws IOException {
        Routines routines = new Routines(Optional.of(file));
        if (Files.exists(file)) {
            for (JsonNode node : JSON.readTree(file.toFile())) {
                routines.entries.add(new Entry(
                        node.path("utterance").asText(),
                        node.path("locale").asText(),
                        node.path("task").asText(),
                        node.path("version").asText(),
                        node.path("input")));
            }
        }
        return routines;
    }

    synchronized Optional<Entry> of(Sentence sentence, String locale) {
        return entries.stream()
                .filter(entry -> entry.utterance().equals(sentence.words())
                        && entry.locale().equals(locale))
                .findFirst();
    }

    /** Whether this very task is started by words already. */
    synchronized boolean has(Entry wanted) {
        return entries.stream()
                .anyMatch(entry -> entry.task().equals(wanted.task())
                        && entry.input().equals(wanted.input())
                        && entry.locale().equals(wanted.locale()));
    }

    /** @throws IOException if it cannot be kept; then it is not there */
    synchronized void add(Entry entry) throws IOException {
        List<Entry> next = new ArrayList<>(entries);
        next.add(entry);
        if (file.isPresent()) {
            write(file.get(), next);
        }
        entries.add(entry);
    }

    private static void write(Path file, List<Entry> entries) throws IOException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Entry entry : entries) {
            ObjectNode node = all.addObject()
                    .put("utterance", entry.utterance())
                    .put("locale", entry.locale())
                    .put("task", entry.task())
                    .put("version", entry.version());
            node.set("input", entry.input());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(beside, all.toPrettyString());
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The routine that an {@code AMAZON.OfferAutomation} connection offers: its first utterance, and the task it starts. Empty if
     * it offers none of this kind.
     */
    static Optional<Entry> offered(JsonNode startConnection) {
        if (!startConnection.path("uri").asText().startsWith("connection://AMAZON.OfferAutomation/")) {
            return Optional.empty();
        }
        JsonNode automation = startConnection.path("input").path("automation");
        JsonNode trigger = automation.path("trigger").path("payload");
        JsonNode request = automation
                .path("operations")
                .path("serial")
                .path(0)
                .path("operation")
                .path("payload")
                .path("connectionRequest");
        String uri = request.path("uri").asText();
        if (!uri.matches("connection://[^/]+/[^?]+.*")
                || trigger.path("utterances").isEmpty()) {
            return Optional.empty();
        }
        String named = uri.substring("connection://".length()).replaceFirst("\\?.*", "");
        int slash = named.lastIndexOf('/');
        return Optional.of(new Entry(
                Sentence.heard(trigger.path("utterances").path(0).asText()).words(),
                trigger.path("locale").asText(),
                named.substring(0, slash),
                named.substring(slash + 1),
                request.path("input")));
    }
}
