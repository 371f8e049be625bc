package ensemble.catalogue.load;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShippedDataTest {
    private static final Path DATA = Path.of("src/main/data");

    @Test
    void everyNameLeadsSomewhereAndEveryConflictIsKnownToBothItsSides() {
        assertEquals(List.of(), Lint.check(Loader.shipped()));
    }

    @Test
    void everyFileFitsItsSchema() throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(json.readTree(
                        DATA.resolve("schema/catalogue.schema.json").toFile()));
        List<String> findings = new ArrayList<>();
        int files = 0;
        for (Path file : jsonFiles()) {
            JsonNode tree = json.readTree(file.toFile());
            for (ValidationMessage message : schema.validate(tree)) {
                if (!message.getMessage().startsWith("$: ") || "oneOf".equals(message.getType())) {
                    findings.add(file.getFileName() + ": " + message.getMessage());
                }
            }
            files++;
        }
        assertEquals(List.of(), findings);
        assertTrue(files > 30, "only " + files + " files");
    }

    @Test
    void whatIsPackedIsWhatIsWritten() throws IOException, DataException {
        try (InputStream in = Shipped.class.getResourceAsStream(Shipped.PACKED)) {
            assertEquals(PackData.files(DATA), Pack.read(requireNonNull(in)));
        }
    }

    @Test
    void theTwentyConflictsOfTheDigestAreAllThere() {
        Catalogue catalogue = Loader.shipped();
        for (int k = 1; k <= 20; k++) {
            assertTrue(catalogue.conflicts().containsKey("K" + k), "K" + k);
        }
    }

    private static List<Path> jsonFiles() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
    }
}
