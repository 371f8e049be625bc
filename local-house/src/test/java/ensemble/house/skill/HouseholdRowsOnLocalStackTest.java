package ensemble.house.skill;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On LocalStack, where a Docker engine runs. 4.14.0 is the last image that asks for no account. */
@EnabledIf(value = "dockerRuns", disabledReason = "`docker info` fails: no Docker engine runs here")
final class HouseholdRowsOnLocalStackTest extends HouseholdRows {
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static @Nullable LocalStackContainer container;
    private static @Nullable DynamoDbClient client;

    @BeforeAll
    static void start() {
        LocalStackContainer started = new LocalStackContainer(IMAGE).withServices("dynamodb");
        started.start();
        container = started;
        client = DynamoDbClient.builder()
                .endpointOverride(started.getEndpoint())
                .region(Region.of(started.getRegion()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(started.getAccessKey(), started.getSecretKey())))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
        if (container != null) {
            container.stop();
        }
    }

    @Override
    DynamoDbClient client() {
        return Objects.requireNonNull(client, "LocalStack did not start");
    }

    static boolean dockerRuns() throws InterruptedException {
        try {
            Process docker = new ProcessBuilder("docker", "info")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return docker.waitFor() == 0;
        } catch (IOException noDocker) {
            return false;
        }
    }
}
