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

    static final List<String> ALL =
            List.of("en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE", "fr-FR", "es-ES", "it-IT");

    private ModelFile() {}

    /** Every locale there is a model for. */
    static List<String> locales() {
        return ALL.stream()
                .filter(locale ->
                        ModelFile.class.getResource("/skill-package/interactionModels/custom/" + locale + ".json")
                                != null)
                .toList();
    }

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
