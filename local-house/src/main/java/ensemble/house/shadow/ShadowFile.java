package ensemble.house.shadow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.files.SafeFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** All shadows of a house in one file: a line with a checksum, then JSON. */
public final class ShadowFile implements ShadowStore {
    private static final String MAGIC = "ensemble-shadows 1 ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param file the file; its folder must exist when something is saved */
    public ShadowFile(Path file) {
        this.file = file;
    }

    @Override
    public Map<ShadowKey, ShadowDocument> load() throws IOException {
        Map<ShadowKey, ShadowDocument> shadows = new TreeMap<>();
        if (!Files.exists(file)) {
            return shadows;
        }
        String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int end = content.indexOf('\n');
        if (end < 0 || !content.substring(0, end).equals(MAGIC + checksum(content.substring(end + 1)))) {
            throw broken("its checksum does not fit", null);
        }
        try {
            for (JsonNode entry : JSON.readTree(content.substring(end + 1))) {
                shadows.put(key(entry), document(entry));
            }
        } catch (JsonProcessingException notJson) {
            throw broken(notJson.getOriginalMessage(), notJson);
        }
        return shadows;
    }

    @Override
    public void save(Map<ShadowKey, ShadowDocument> shadows) throws IOException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode(shadows.size());
        shadows.forEach((key, document) -> all.add(entry(key, document)));
        String body = all.toString();
        SafeFiles.write(file, (MAGIC + checksum(body) + "\n" + body).getBytes(StandardCharsets.UTF_8));
    }

    private IOException broken(String why, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IOException(
                "the shadow file " + file + " is damaged: " + why + "; move it away to start with empty shadows",
                cause);
    }

    private static ObjectNode entry(ShadowKey key, ShadowDocument document) {
        ObjectNode entry = document.snapshot();
        entry.put("thing", key.thing());
        if (key.name() != null) {
            entry.put("name", key.name());
        }
        return entry.put("timestamp", document.timestamp()).put("deleted", document.deleted());
    }

    private static ShadowKey key(JsonNode entry) {
        return new ShadowKey(entry.path("thing").asText(), entry.path("name").textValue());
    }

    private static ShadowDocument document(JsonNode entry) {
        return new ShadowDocument(
                (ObjectNode) entry.get("state"),
                (ObjectNode) entry.get("metadata"),
                entry.path("version").asLong(),
                entry.path("timestamp").asLong(),
                entry.path("deleted").asBoolean());
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
