package ensemble.skill.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;

/**
 * Amazon's own schema of smart-home messages. Its licence keeps it out of this tree, so it is looked for and,
 * where it is not,
 * {@link AlexaSchemaTest} is skipped aloud. What it does not know yet and Amazon's documents do is patched into
 * it in memory:
 * Alexa.PlaybackStateReporter, as capability and as property. DeleteReport, which it lacks altogether, is not judged by it.
 */
public final class AlexaSchema {
    private static final String BELOW = "shared/alexa/validation_schemas/alexa_smart_home_message_schema.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlexaSchema() {}

    private static final class Lazy {
        static final Optional<JsonSchema> SCHEMA = file().map(AlexaSchema::loaded);
    }

    /**
     * Fails if Alexa would refuse the message; says nothing where the schema is not, which one test says aloud
     * for all.
     */
    public static void check(JsonNode message) {
        // Documented by Amazon, and absent from the schema altogether.
        boolean isUnknownToTheSchema = message.at("/event/header/name").asText().equals("DeleteReport");
        if (!isThere() || isUnknownToTheSchema) {
            return;
        }
        Set<ValidationMessage> errors = Lazy.SCHEMA.orElseThrow().validate(message);
        Assertions.assertTrue(
                errors.isEmpty(),
                () -> "Alexa would refuse " + message + "\n"
                        + errors.stream()
                                .limit(20)
                                .map(ValidationMessage::getMessage)
                                .toList());
    }

    public static boolean isThere() {
        return Lazy.SCHEMA.isPresent();
    }

    private static Optional<Path> file() {
        Optional<String> named = Stream.of(System.getProperty("ALEXA_SCHEMA"), System.getenv("ALEXA_SCHEMA"))
                .filter(java.util.Objects::nonNull)
                .findFirst();
        if (named.isPresent()) {
            return named.map(Path::of);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve(BELOW))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static JsonSchema loaded(Path file) {
        try {
            JsonNode schema = JSON.readTree(file.toFile());
            allowPlaybackStateReporter(schema);
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void allowPlaybackStateReporter(JsonNode schema) throws IOException {
        String time = "{\"$ref\":\"#/definitions/common/model.StatePropertyBase.TimeOfSample\"}";
        String doubt = "{\"$ref\":\"#/definitions/common/model.StatePropertyBase.UncertaintyInMilliseconds\"}";
        ObjectNode property = (ObjectNode) JSON.readTree("""
                {"type":"object","additionalProperties":false,
                 "required":["namespace","name","value","timeOfSample","uncertaintyInMilliseconds"],
                 "properties":{"namespace":{"enum":["Alexa.PlaybackStateReporter"]},"name":{"enum":["playbackState"]},
                 "value":{"type":"object","required":["state"],"additionalProperties":false,
                          "properties":{"state":{"enum":["PLAYING","PAUSED","STOPPED"]}}},
                 "timeOfSample":%s,"uncertaintyInMilliseconds":%s}}""".formatted(time, doubt));
        ((ArrayNode) schema.at("/definitions/state.properties/items/anyOf")).add(property);
        ObjectNode capability = (ObjectNode) JSON.readTree("""
                {"type":"object","additionalProperties":false,"required":["type","interface","version","properties"],
                 "properties":{"type":{"enum":["AlexaInterface"]},"interface":{"enum":["Alexa.PlaybackStateReporter"]},
                 "version":{"enum":["3"]},"properties":{"type":"object"}}}""");
        ((ArrayNode) schema.at("/definitions/endpoint.capabilities/items/anyOf")).add(capability);
    }
}
