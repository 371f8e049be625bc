package ensemble.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A file of the skill package, as the jar carries it. */
final class ModelFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private ModelFile() {}

    static JsonNode read(String path) {
        try (InputStream file = ModelFile.class.getResourceAsStream("/skill-package/" + path)) {
            if (file == null) {
                throw new IllegalStateException("the skill package has no " + path);
            }
            return JSON.readTree(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode languageModel(String locale) {
        return read("interactionModels/custom/" + locale + ".json")
                .path("interactionModel")
                .path("languageModel");
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
