package ensemble.house.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.house.delivery.Deployment.Zone;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to Amazon holds nothing that may not go there, and is sent whole. */
final class DeliveryTest {
    private static final Path BUILT = root().resolve("skill-lambda/target/lib");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void dynamoDbLocalIsNeverDelivered() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/skill-lambda-0.1.0.jar"), "x");
        Files.writeString(folder.resolve("lib/DynamoDBLocal-3.3.1.jar"), "x");

        IOException refused = assertThrows(
                IOException.class, () -> Parcel.lambda(folder.resolve("lib"), folder.resolve("skill.zip")));

        assertTrue(String.valueOf(refused.getMessage()).contains("DynamoDBLocal"));
        assertFalse(Files.exists(folder.resolve("skill.zip")));
    }

    /** The real package, as the build leaves its jars. */
    @Test
    void theBuiltPackageHoldsTheSkillAndNothingForeign() throws IOException {
        assumeTrue(Files.isDirectory(BUILT), "skill-lambda/target/lib is made in the phase package: mvn verify");
        Path zip = folder.resolve("skill-lambda.zip");
        long bytes = Parcel.lambda(BUILT, zip);
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            List<String> names = packed.stream().map(entry -> entry.getName()).toList();
            assertTrue(names.stream().anyMatch(name -> name.startsWith("lib/skill-lambda-")), names::toString);
            assertTrue(names.stream().anyMatch(name -> name.startsWith("lib/ask-sdk-core-")), names::toString);
            for (String name : names) {
                assertTrue(name.startsWith("lib/") && name.endsWith(".jar"), name);
                assertTrue(Parcel.mayBeDelivered(name), name);
                assertFalse(name.contains("netty") || name.contains("log4j"), name);
            }
        }
        assertTrue(bytes < 50_000_000, () -> bytes + " bytes: Lambda takes no more without a bucket");
    }

    @Test
    void theSameJarsGiveTheSameBytes() throws IOException {
        Files.createDirectory(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/b.jar"), "b");
        Files.writeString(folder.resolve("lib/a.jar"), "a");
        Parcel.lambda(folder.resolve("lib"), folder.resolve("one.zip"));
        Parcel.lambda(folder.resolve("lib"), folder.resolve("two.zip"));

        assertArrayEquals(Files.readAllBytes(folder.resolve("one.zip")), Files.readAllBytes(folder.resolve("two.zip")));
    }

    @Test
    void whatTheStackNeedsIsAskedForBeforeAnythingIsSent() throws IOException {
        JsonNode stack = stack();
        assertEquals(
                List.of("SkillId", "VendorId", "LoginDomain", "AlarmMail"),
                new Deployment(Zone.EU, "ensemble", Map.of()).missing(stack));
        assertEquals(
                List.of("VendorId", "LoginDomain", "AlarmMail"),
                new Deployment(Zone.EU, "ensemble", Map.of("SkillId", "x")).missing(stack));
    }

    @Test
    void theStackIsSentToTheRegionOfItsZoneAndItsSecretIsNotShown() {
        Deployment deployment =
                new Deployment(Zone.EU, "ensemble", Map.of("SkillId", "x", "LwaClientSecret", "hidden"));
        List<String> command = deployment.withSam(Path.of("stack.json"));

        assertEquals("eu-west-1", command.get(command.indexOf("--region") + 1));
        assertTrue(command.containsAll(List.of("SkillId=x", "LwaClientSecret=hidden", "--resolve-s3")));
        assertFalse(Deployment.shown(command).contains("hidden"));
        List<List<String>> aws = deployment.withAws(Path.of("stack.json"), Path.of("packed.json"), "mine");
        assertEquals("package", aws.getFirst().get(2));
        assertTrue(aws.getLast().containsAll(List.of("deploy", "packed.json", "SkillId=x")));
    }

    @Test
    void theEndpointGoesToItsZoneOfTheManifest() throws IOException {
        JsonNode outputs = new ObjectMapper().readTree("""
                [{"OutputKey":"TableName","OutputValue":"t"},{"OutputKey":"SkillEndpoint","OutputValue":"arn:live"}]""");
        String endpoint = Deployment.endpoint(outputs).orElseThrow();
        try (InputStream in =
                Objects.requireNonNull(DeliveryTest.class.getResourceAsStream("/skill-package/skill.json"))) {
            String manifest = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            JsonNode filled =
                    new ObjectMapper().readTree(Deployment.filled(manifest, Map.of(Zone.EU.place(), endpoint)));
            for (String api : List.of("custom", "smartHome")) {
                assertEquals(
                        "arn:live",
                        filled.at("/manifest/apis/" + api + "/regions/EU/endpoint/uri")
                                .asText());
            }
        }
    }

    private static JsonNode stack() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DeliveryTest.class.getResourceAsStream("/ensemble/infra/stack.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("ensemble"))) {
            here = here.getParent();
        }
        return Objects.requireNonNull(here, "run this from within the repository");
    }
}
