package ensemble.catalogue.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value with its lines; a name given twice in an object is a fault. Free of state: any thread. */
public final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40)
                    .maxDocumentLength(4_000_000)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * @param file the name to give to faults
     * @throws DataException if it is not exactly one JSON value
     * @throws IOException if the stream itself fails
     */
    public static Value read(String file, InputStream in) throws DataException, IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new DataException(file, 1, "empty");
            }
            Value value = value(file, parser, first);
            if (parser.nextToken() != null) {
                throw new DataException(file, line(parser), "something follows the end");
            }
            return value;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String what = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
            throw new DataException(file, line, "not JSON: " + what);
        }
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private static Value value(String file, JsonParser parser, @Nullable JsonToken token)
            throws IOException, DataException {
        int line = line(parser);
        if (token == null) {
            throw new DataException(file, line, "not JSON: it ends too early");
        }
        return switch (token) {
            case START_OBJECT -> table(file, parser, line);
            case START_ARRAY -> row(file, parser, line);
            case VALUE_STRING -> new Value.Text(line, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Num(line, parser.getDoubleValue());
            case VALUE_TRUE -> new Value.Flag(line, true);
            case VALUE_FALSE -> new Value.Flag(line, false);
            case VALUE_NULL -> new Value.Nothing(line);
            default -> throw new DataException(file, line, "not JSON");
        };
    }

    private static Value table(String file, JsonParser parser, int line) throws IOException, DataException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            fields.put(name, value(file, parser, parser.nextToken()));
        }
        return new Value.Table(line, Collections.unmodifiableMap(fields));
    }

    private static Value row(String file, JsonParser parser, int line) throws IOException, DataException {
        List<Value> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(value(file, parser, token));
        }
        return new Value.Row(line, Collections.unmodifiableList(values));
    }
}
