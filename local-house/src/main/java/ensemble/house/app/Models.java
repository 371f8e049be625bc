package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The skill package's interaction models, by locale. */
final class Models {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Models() {}

    static Map<String, JsonNode> all() throws IOException {
        Map<String, JsonNode> models = new HashMap<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            String tag = locale.toLanguageTag();
            try (InputStream in =
                    Models.class.getResourceAsStream("/skill-package/interactionModels/custom/" + tag + ".json")) {
                if (in != null) {
                    models.put(tag, JSON.readTree(in));
                }
            }
        }
        return models;
    }
}
