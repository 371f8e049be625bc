package ensemble.house.skill;

import org.junit.jupiter.api.AfterAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** On Amazon's own DynamoDB Local. */
final class HouseholdRowsOnDynamoDbLocalTest extends HouseholdRows {
    private static final AmazonDynamoDBLocal LOCAL = DynamoDBEmbedded.create();
    private static final DynamoDbClient CLIENT = LOCAL.dynamoDbClient();

    @AfterAll
    static void stop() {
        CLIENT.close();
        LOCAL.shutdown();
    }

    @Override
    DynamoDbClient client() {
        return CLIENT;
    }
}
